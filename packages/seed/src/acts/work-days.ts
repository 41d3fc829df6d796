import { correctFact, decideFact, enterFact } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { setPhotosDue } from "./photos-due.ts";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import { entryMoment } from "../story/entry-moments.ts";
import { isMistaken, type Line, lineKey, LINES, MISTAKE } from "../story/lines.ts";
import type { PersonCode } from "../story/people.ts";
import type { OpenedObject } from "./open-block-b.ts";
import type { CellIds } from "./plan-cells.ts";

export type Site = { stage: Stage; object: OpenedObject; cells: CellIds; calendar: ObjectCalendar };

/** Uploads the photos of an entry or task as its author shortly before they are needed; returns their ids. */
export type SendPhotos = (of: { key: string; author: PersonCode }, neededAt: Date) => Promise<number[]>;

/** The latest shift that is confirmed; the two after it are still pending. */
const CONFIRMED_FROM = 3;
/** From this shift on a finished floor needs a photo: the entries of the last two wait for theirs. */
const PHOTOS_DUE_FROM = 2;
const SECONDS_A_CONFIRMATION = 40;

/** The current entry per line: the newest one. */
type Standing = Map<string, { factId: number; version: number }>;

/** All entries of the foremen, the correction of the mistyped one, and ПТО's confirmations on the next working day. */
export function workDays(site: Site, sendPhotos: SendPhotos): Act[] {
  const standing: Standing = new Map();
  const entries = LINES.map((line) => ({ line, at: entryMoment(line, site.calendar.shiftDay) }));
  const entering = entries.map(({ line, at }) => ({
    at,
    run: () => enter(site, standing, { line, at }, sendPhotos),
  }));
  const correcting = entries
    .filter(({ line }) => isMistaken(line))
    .map(({ line, at: typedAt }) => {
      const at = new Date(typedAt.getTime() + MISTAKE.minutesLater * 60_000);
      return { at, run: () => correct(site, standing, line, at) };
    });
  const due = site.calendar.shiftDay(PHOTOS_DUE_FROM);
  const at = moment(due, "07:00");
  const photos = { at, run: () => setPhotosDue(site.stage, site.object.id, { at, from: due }) };
  return [photos, ...entering, ...correcting, ...confirmations(site, standing, entries)];
}

async function enter(
  { stage, object, cells, calendar }: Site,
  standing: Standing,
  { line, at }: { line: Line; at: Date },
  sendPhotos: SendPhotos,
): Promise<void> {
  const photoIds = await sendPhotos({ key: lineKey(line), author: line.author }, at);
  const { fact } = await enterFact.run(await stage.as(line.author, at), {
    objectId: object.id,
    floorVolumeId: known(cells, line.cell),
    date: calendar.shiftDay(line.shift),
    quantity: isMistaken(line) ? MISTAKE.typed : line.quantity,
    planQty: line.planQty,
    workers: line.workers,
    ...(line.hours === undefined ? {} : { hours: line.hours }),
    crewId: known(object.crews, line.crew),
    photoIds,
  });
  standing.set(lineKey(line), { factId: fact.id, version: fact.version });
}

async function correct({ stage }: Site, standing: Standing, line: Line, at: Date): Promise<void> {
  const wrong = known(standing, lineKey(line));
  const { fact } = await correctFact.run(await stage.as(line.author, at), {
    ...wrong,
    quantity: line.quantity,
  });
  standing.set(lineKey(line), { factId: fact.id, version: fact.version });
}

/** Entries of a shift are confirmed from 10:00 of the next one, in their order. */
function confirmations(
  { stage, calendar }: Site,
  standing: Standing,
  entries: readonly { line: Line; at: Date }[],
): Act[] {
  const older = entries.filter(({ line }) => line.shift >= CONFIRMED_FROM);
  const shifts = Map.groupBy(older, ({ line }) => line.shift);
  return [...shifts].flatMap(([shift, rows]) =>
    rows
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ line }, index) => {
        const at = moment(calendar.shiftDay(shift - 1), "10:00", index * SECONDS_A_CONFIRMATION);
        const run = async () => {
          const ctx = await stage.as("klimova", at);
          await decideFact.run(ctx, { ...known(standing, lineKey(line)), to: "confirmed" });
        };
        return { at, run };
      }),
  );
}
