import type { Shift } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { mayHold, MEMBER_ROLES, type Role, type UserActor } from "@stsphera/rbac";
import { OPEN_DAYS } from "./fact-rules.ts";
import { type OrderedLines, orderLines } from "./order-lines.ts";
import { CELLS_STATEMENT, type CellRow, toCell } from "./read-form-cells.ts";
import { FRAME_STATEMENT, type FormFrame } from "./read-form-frame.ts";

export type DayLines = { frame: FormFrame } & OrderedLines;

/** Who asks for the lines: their own come first. `crewOnly`: they see the lines of their crews alone. */
export type LinesReader = {
  person: Pick<UserActor, "id" | "deputyFor"> & Partial<Pick<UserActor, "role">>;
  crewOnly: boolean;
};

/** Reads the lines that are no foreman's. */
export const OF_NOBODY = "nobody";

/** The reader and those they stand in for today on the object. */
const heldBy = ({ id, deputyFor = [] }: LinesReader["person"], objectId: number): number[] => [
  id,
  ...deputyFor
    .filter(({ objectRoles }) => (objectRoles[objectId] ?? []).length > 0)
    .map(({ principalId }) => principalId),
];

/** Roles on the object whose holders may confirm what the reader enters. */
const confirmers = (person: LinesReader["person"] | null): readonly Role[] =>
  MEMBER_ROLES.filter((role) =>
    mayHold(role, "fact.confirm", person?.role === "installer" ? undefined : "installers_entries"),
  );

/** `both` reads the shifts of a day together; without a shift the one that the reader works now. */
type AskedDay = {
  objectId: number;
  date?: string | undefined;
  shift?: Shift | "both" | undefined;
  now: Date;
};

/**
 * The lines of an object's day, in working order, in two statements; null for an unknown object. Without a reader, as
 * the object's managers see them; of nobody, those that are no foreman's. What is counted as entered of a total counts `lines`, everywhere.
 * @param date the current day of the object if absent
 */
export async function readDayLines(
  db: Pick<Database, "read">,
  { objectId, date, shift, now }: AskedDay,
  reader: LinesReader | typeof OF_NOBODY | null = null,
): Promise<DayLines | null> {
  const ofNobody = reader === OF_NOBODY;
  const person = reader === null || ofNobody ? null : reader.person;
  const asked = [objectId, now.toISOString(), date ?? null, OPEN_DAYS, person?.id ?? null];
  const people = ofNobody ? null : person === null ? [] : heldBy(person, objectId);
  const named = shift === undefined || shift === "both" ? null : shift;
  const [frame] = await db.read<FormFrame>(FRAME_STATEMENT, [...asked, people, confirmers(person), named]);
  if (frame === undefined) return null;
  const { tenShiftsAgo, ownCrewIds } = frame;
  const own = ofNobody ? frame.foremanIds : people;
  const rows = await db.read<CellRow>(CELLS_STATEMENT, [
    objectId,
    frame.date,
    tenShiftsAgo,
    own,
    ownCrewIds,
    shift === "both" ? null : frame.shift,
  ]);
  const atNight = shift !== "both" && frame.shift === "night";
  const crewOnly = reader !== null && !ofNobody && reader.crewOnly;
  return { frame, ...orderLines(rows.map(toCell), { ...frame, atNight, crewOnly, othersOnly: ofNobody }) };
}
