import type { Database } from "@stsphera/db";
import { openBlockB } from "./acts/open-block-b.ts";
import { otherObjects } from "./acts/other-objects.ts";
import { planCells } from "./acts/plan-cells.ts";
import { registerPeople } from "./acts/register-people.ts";
import { supply } from "./acts/supply.ts";
import { schedule } from "./acts/schedule.ts";
import { switchOn } from "./acts/switch-on.ts";
import { teamWork } from "./acts/team-work.ts";
import { defects } from "./acts/defects.ts";
import { closeShifts } from "./acts/close-shifts.ts";
import { extraWorks } from "./acts/extra-works.ts";
import { idleDays } from "./acts/idle-days.ts";
import { muteNotifications } from "./acts/mute-notifications.ts";
import { type SendPhotos, type Site, workDays } from "./acts/work-days.ts";
import { checkStory } from "./checks/check-story.ts";
import { developAll } from "./photos/develop.ts";
import { listDefectPictures } from "./photos/defect-pictures.ts";
import { listPictures } from "./photos/pictures.ts";
import { type PhotoStore, photoSender } from "./photos/send-photos.ts";
import { listWaybillPictures } from "./photos/waybill-pictures.ts";
import { listTaskPictures } from "./photos/task-pictures.ts";
import { play } from "./stage/act.ts";
import { siteDay } from "./stage/days.ts";
import { readCalendar } from "./stage/object-calendar.ts";
import { inOneTransaction } from "./stage/one-transaction.ts";
import { openStage, type Stage } from "./stage/stage.ts";
import { BLOCK_B, frameOf } from "./story/block-b.ts";

export type SeedDeps = {
  db: Database;
  /** Store of the photos; without it the story has none. */
  storage?: PhotoStore;
  /** Time of seeding; the story ends the day before. */
  now: Date;
  log: (line: string) => void;
};

const LOCK = 727_431;

/**
 * Seeds the demo object through the verbs, as the users who would do it, then compares the result with the expected
 * one. One transaction: complete or not at all. A database that already has the story is left unchanged. Throws
 * StoryDiffers.
 */
export async function seed({ db, storage, now, log }: SeedDeps): Promise<{ told: boolean }> {
  await storage?.ensureBucket();
  const told = await inOneTransaction(db, async (inner) => {
    await inner.read("select pg_advisory_xact_lock($1)", [LOCK]);
    const [known] = await inner.read<{ code: string }>("select code from objects where name = $1", [BLOCK_B]);
    if (known !== undefined) {
      log(`«${BLOCK_B}» (${known.code}) is there already: nothing was changed.`);
      return false;
    }
    await playStory(openStage(inner), { storage, now, log });
    return true;
  });
  if (told) await db.sql`analyze`;
  return { told };
}

async function playStory(stage: Stage, { storage, now, log }: Omit<SeedDeps, "db">): Promise<void> {
  const frame = frameOf(siteDay(now));
  const users = await registerPeople(stage, frame.registration);
  log(`${Object.keys(users).length} people have registered and were let in.`);
  const object = await openBlockB(stage, frame, users);
  const calendar = await readCalendar(stage.db, object.id, frame);
  const pictures =
    storage === undefined
      ? []
      : [listPictures, listTaskPictures, listDefectPictures, listWaybillPictures].flatMap((list) =>
          list(calendar.shiftDay),
        );
  const prepare = async () => {
    const cells = await planCells(stage, frame, object, calendar);
    await switchOn(stage, object, cells, calendar);
    return { stage, object, cells, calendar } satisfies Site;
  };
  const [site, photos] = await Promise.all([prepare(), developAll(pictures)]);
  log(`«${BLOCK_B}»: ${site.cells.size} cells planned, opening balances entered.`);
  const noPhotos: SendPhotos = async () => [];
  const sendPhotos =
    storage === undefined ? noPhotos : photoSender(stage, { store: storage, objectId: object.id, photos });
  await play([
    ...workDays(site, sendPhotos),
    ...idleDays(site),
    ...closeShifts(site),
    ...extraWorks(site),
    ...schedule({ ...site, frame, users }),
    ...(storage === undefined ? [] : defects(site, sendPhotos, users)),
    ...supply(site, frame.today, storage === undefined ? null : sendPhotos),
    ...teamWork({ ...site, frame, users, sendPhotos }),
    ...otherObjects(stage, frame, users, calendar),
  ]);
  log(
    storage === undefined
      ? "No file store is set: the entries and the tasks have no photos."
      : `${photos.length} photos were sent with the entries and the tasks.`,
  );
  await muteNotifications(stage);
  await checkStory(stage, { objectId: object.id, today: frame.today, calendar, now });
  log(`The story ends the day before ${frame.today}; every figure agrees.`);
}
