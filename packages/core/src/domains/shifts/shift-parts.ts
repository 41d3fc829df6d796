import type { ShiftLines, SilentLine } from "@stsphera/contracts";
import type { Shift } from "@stsphera/contracts/vocabulary";
import { type Actor, heldAs, inOwnRight, limitOn, onBehalfOf, rolesOn } from "@stsphera/rbac";
import { big, decimal } from "../calculation/index.ts";
import {
  countLines,
  type DayLines,
  OF_NOBODY,
  type OrderedCell,
  planOfLine,
  readDayLines,
} from "../facts/index.ts";
import { type Context, personOf } from "../../kernel/index.ts";
import { takesFactsOn } from "../objects/index.ts";

/** Whose part of a shift: of a foreman, or what is no foreman's, all lines where nobody leads a zone. */
export type PartKey = number | null;

type Part = { foreman: { id: number } | null };
const keyOf = ({ foreman }: Part): PartKey => foreman?.id ?? null;

/** In whose name the actor closes shifts of the object: their own, or whom they stand in for there. */
const closesAs = (ctx: Context, objectId: number): readonly number[] =>
  heldAs(ctx.actor, "shift.close", { objectId });

/** Whether the part is what foremen's zones leave over, and not the whole shift. */
export const isRest = (part: Part, parts: readonly Part[]): boolean =>
  part.foreman === null && parts.some(({ foreman }) => foreman !== null);

/**
 * The part that the actor closes unless another is named: their own, else that of whom they stand in for on the object,
 * else the whole shift where it has no parts of foremen; undefined for who leads none.
 */
export function partOf<P extends Part>(
  ctx: Context,
  objectId: number,
  parts: readonly P[],
  asked?: PartKey,
): P | undefined {
  const find = (key: PartKey) => parts.find((part) => keyOf(part) === key);
  if (asked !== undefined) return find(asked);
  const people = [personOf(ctx).id, ...closesAs(ctx, objectId)];
  const own = people.find((id) => find(id) !== undefined);
  if (own !== undefined) return find(own);
  const whole = find(null);
  return whole === undefined || isRest(whole, parts) ? undefined : whole;
}

/** Who closes: in whose name, null for oneself. */
export type Closer = { onBehalfOf: number | null };

/**
 * Foremen close their own part and that of whom they stand in for on the object, project managers any, and they alone
 * what is left over. Null for others.
 */
export function closerOf(ctx: Context, objectId: number, foremanId: PartKey, rest: boolean): Closer | null {
  const person = personOf(ctx);
  const people = closesAs(ctx, objectId);
  if (foremanId === null && !rest)
    return people.length > 0 || person.role === "admin"
      ? { onBehalfOf: onBehalfOf(person, "shift.close", { objectId }) }
      : null;
  if (foremanId !== null && people.includes(foremanId))
    return { onBehalfOf: foremanId === person.id ? null : foremanId };
  const manages = (actor: Actor) => rolesOn(actor, objectId).includes("project_manager");
  if (person.role === "admin" || manages(inOwnRight(person))) return { onBehalfOf: null };
  const { deputyFor = [] } = person;
  const lent = deputyFor.find((principal) => manages({ ...person, objectRoles: {}, deputyFor: [principal] }));
  return lent === undefined ? null : { onBehalfOf: lent.principalId };
}
type AskedPart = { objectId: number; date?: string | undefined; shift: Shift; foremanId: PartKey };

/** Reads the lines of a shift as the foreman of a part sees them, or those of nobody; null for an unknown object. */
export function readPartLines(
  { db, now }: Pick<Context, "db" | "now">,
  { foremanId, ...asked }: AskedPart,
): Promise<DayLines | null> {
  const reader = foremanId === null ? OF_NOBODY : { person: { id: foremanId }, crewOnly: false };
  return readDayLines(db, { ...asked, now }, reader);
}

/** Reads the lines of a shift as an installer sees them: those of their crews, whose part they are; null for others. */
export function readCrewLines(
  ctx: Context,
  { foremanId: _foremanId, ...asked }: AskedPart,
): Promise<DayLines | null> | null {
  const person = personOf(ctx);
  if (limitOn(person, "fact.enter", { objectId: asked.objectId }) !== "own_crew") return null;
  return readDayLines(ctx.db, { ...asked, now: ctx.now }, { person, crewOnly: true });
}

/**
 * The lines of a part: what the foreman and their zones work on, or what is no foreman's. Of a day off or a day that
 * takes no facts those with a fact alone: no other is due.
 */
export function linesOfPart({ frame, lines }: DayLines, foremanId: PartKey): OrderedCell[] {
  const isDue = frame.working && takesFactsOn(frame, frame.date);
  const due = isDue ? lines : lines.filter(({ doneOfDay }) => doneOfDay !== null);
  return foremanId === null ? due : due.filter(({ whose }) => whose !== "other");
}

/**
 * Counts of a part, and its lines without a fact. Of a closed part those named when it was closed: what is due today
 * says nothing of a day that is over.
 */
export function describeLines(
  day: DayLines,
  foremanId: PartKey,
  lines: readonly OrderedCell[] = linesOfPart(day, foremanId),
): ShiftLines {
  const { frame, others } = day;
  const { entered } = countLines(lines, frame);
  const { answered } = frame;
  const isNamed = ({ floorVolumeId }: OrderedCell) =>
    answered === null || answered.some((answer) => answer.floorVolumeId === floorVolumeId);
  const silent = (answered === null ? lines : [...lines, ...others])
    .filter((cell) => cell.doneOfDay === null && isNamed(cell))
    .map((cell): SilentLine => {
      const left = decimal(big(cell.planTotal).minus(cell.done));
      return {
        floorVolumeId: cell.floorVolumeId,
        workType: { id: cell.workTypeId, code: cell.workCode, name: cell.workName, unit: cell.unit },
        facade: cell.facade,
        floor: cell.floor,
        planToday: planOfLine(cell.planOfDay, { ...cell, date: frame.date, today: frame.today, left }),
        crewId: cell.last?.crewId ?? cell.paceCrewId,
      };
    });
  return { foremanId, lines: { entered, total: entered + silent.length }, silent };
}
