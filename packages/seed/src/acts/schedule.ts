import {
  changeGprStatus,
  createGpr,
  editGprRows,
  getGpr,
  getGprContent,
  pasteGprRows,
  signGpr,
} from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { type Day, moment } from "../stage/days.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import { known } from "../stage/known.ts";
import type { Stage } from "../stage/stage.ts";
import type { Frame } from "../story/block-b.ts";
import { PEOPLE, type PersonCode } from "../story/people.ts";
import {
  EAST_MODULES_OWNER,
  HOIST_REMOVAL,
  PUT_OFF,
  SCHEDULE,
  SIGNERS,
  type StoryRow,
} from "../story/schedule.ts";
import type { UserIds } from "./register-people.ts";
import type { Site } from "./work-days.ts";

/** Shifts on which the two versions were signed. */
const FIRST_SHIFT = 60;
const SECOND_SHIFT = 42;

type Scheduled = Site & { frame: Frame; users: UserIds };

/** The schedule of the object: its first version, and the second one, in which Восток is put off. */
export function schedule(site: Scheduled): Act[] {
  const { calendar } = site;
  const [first, second] = [calendar.shiftDay(FIRST_SHIFT), calendar.shiftDay(SECOND_SHIFT)];
  return [
    { at: moment(first, "16:00"), run: () => firstVersion(site, first) },
    { at: moment(second, "16:00"), run: () => secondVersion(site, second) },
  ];
}

/** Sends a version at an hour and lets people sign it, ten minutes after each other. */
export async function sendAndSign(
  stage: Stage,
  gprId: number,
  day: Day,
  signers: readonly PersonCode[],
): Promise<void> {
  const manager = await stage.as("demin", moment(day, "17:00"));
  const { version } = await getGpr.run(manager, { gprId });
  await changeGprStatus.run(manager, { gprId, move: "send", version });
  const { hash } = await getGpr.run(manager, { gprId });
  for (const [at, person] of signers.entries()) {
    const signer = await stage.as(person, moment(day, `17:${(at + 1) * 10}`));
    await signGpr.run(signer, { gprId, hash: hash ?? "" });
  }
}

/** The first day and the working days of a row: in version 1 Восток was planned earlier. */
function windowOf(
  calendar: ObjectCalendar,
  { weeks, facade }: StoryRow,
): { start: Day; days: number } | null {
  if (weeks === null) return null;
  const days = calendar.workdaysOf(weeks);
  const [start = ""] = days;
  if (facade !== "Восток") return { start, days: days.length };
  const before = calendar.workdaysOf([weeks[0] - 4, weeks[0] - 1]);
  return { start: before.at(-PUT_OFF) ?? start, days: days.length };
}

async function firstVersion({ stage, object, calendar, frame }: Scheduled, day: Day): Promise<void> {
  const at = { objectId: object.id };
  const manager = await stage.as("demin", moment(day, "16:00"));
  const { id: gprId, version } = await createGpr.run(manager, { ...at, from: "empty", startOn: frame.start });
  const table = SCHEDULE.map((row) => {
    const window = windowOf(calendar, row);
    const owner = row.owner === null ? "" : PEOPLE[row.owner].fullName;
    return [
      String(row.level),
      row.name,
      row.department,
      owner,
      String(window?.days ?? ""),
      window?.start ?? "",
    ];
  });
  const heading = ["Уровень", "Название", "Отдел", "Ответственный", "Дней", "Не раньше"];
  await pasteGprRows.run(manager, { gprId, version, table: [heading, ...table] });
  const { rows } = await getGprContent.run(manager, { gprId });
  await editGprRows.run(manager, {
    gprId,
    edits: rows.flatMap(({ key, version: seen }, index) => {
      const { work = null, facade = null } = SCHEDULE[index] ?? {};
      if (work === null) return [];
      const fields = { work, ...(facade === null ? {} : { facadeId: known(object.facades, facade) }) };
      return [{ do: "set" as const, rows: [{ key, version: seen }], fields }];
    }),
  });
  await sendAndSign(stage, gprId, day, SIGNERS);
}

async function secondVersion({ stage, object, calendar, users }: Scheduled, day: Day): Promise<void> {
  const manager = await stage.as("demin", moment(day, "16:00"));
  const { id: gprId } = await createGpr.run(manager, { objectId: object.id, from: "active" });
  const { rows } = await getGprContent.run(manager, { gprId });
  const east = rows.flatMap((row, index) => {
    const story = SCHEDULE[index];
    return story?.facade === "Восток" ? [{ row, story }] : [];
  });
  const modules = east.find(({ story }) => story.work === "МОД")?.row;
  if (modules === undefined) throw new Error("the schedule has no modules of Восток");
  const { rows: added } = await editGprRows.run(manager, {
    gprId,
    edits: [
      ...east.map(({ row: { key, version }, story }) => {
        const [start = ""] = calendar.workdaysOf(story.weeks ?? [1, 1]);
        const fields = {
          constraint: { kind: "not_earlier" as const, edge: "start" as const, day: start },
          ...(key === modules.key ? { ownerId: users[EAST_MODULES_OWNER] } : {}),
        };
        return { do: "set" as const, rows: [{ key, version }], fields };
      }),
      {
        do: "add" as const,
        name: HOIST_REMOVAL,
        department: "construction" as const,
        duration: 6,
        ownerId: users.belov,
        behind: east.at(-1)?.row.key,
      },
    ],
  });
  const hoist = added.find(({ number }) => number > rows.length);
  if (hoist === undefined) throw new Error(`«${HOIST_REMOVAL}» was not added`);
  const link = { do: "link" as const, from: modules.key, to: hoist.key };
  await editGprRows.run(manager, { gprId, edits: [link] });
  await sendAndSign(stage, gprId, day, SIGNERS);
}
