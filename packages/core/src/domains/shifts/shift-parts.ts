import type { Shift } from "@stsphera/contracts/vocabulary";
import { limitOn, rolesOn } from "@stsphera/rbac";
import { type Context, personOf } from "../../kernel/index.ts";
import { countLines, type DayLines, type OrderedCell, planToday, readDayLines } from "../facts/index.ts";
import { big, decimal } from "../calculation/index.ts";
import type { ShiftLines, SilentLine } from "@stsphera/contracts";

/** Whose part of a shift: of a foreman, or the whole of an object where nobody leads a zone. */
export type PartKey = number | null;

/**
 * The part that the actor closes unless another is named: their own where zones have foremen; a deputy who leads no zone
 * closes that of whom they stand in for.
 */
export function partOf(
  ctx: Context,
  parts: readonly { foreman: { id: number } | null }[],
  asked: number | undefined,
): PartKey {
  const foremen = parts.flatMap(({ foreman }) => (foreman === null ? [] : [foreman.id]));
  if (foremen.length === 0) return null;
  const { id, deputyFor = [] } = personOf(ctx);
  if (asked !== undefined || foremen.includes(id)) return asked ?? id;
  return deputyFor.find(({ principalId }) => foremen.includes(principalId))?.principalId ?? id;
}

/** Foremen close their own part and that of whom they stand in for, project managers any. */
export function mayClosePart(ctx: Context, objectId: number, foremanId: PartKey): boolean {
  const { id, role, deputyFor = [] } = personOf(ctx);
  if (foremanId === null || foremanId === id) return true;
  if (deputyFor.some(({ principalId }) => principalId === foremanId)) return true;
  return role === "admin" || rolesOn(personOf(ctx), objectId).includes("project_manager");
}

type AskedPart = { objectId: number; date?: string | undefined; shift: Shift; foremanId: PartKey };

/** Reads the lines of a shift as the foreman of a part sees them; null for an unknown object. */
export function readPartLines(
  { db, now }: Pick<Context, "db" | "now">,
  { foremanId, ...asked }: AskedPart,
): Promise<DayLines | null> {
  const reader = foremanId === null ? null : { person: { id: foremanId }, crewOnly: false };
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

/** The lines of a part: what the foreman and their zones work on, or all lines of the day. */
export const linesOfPart = ({ lines }: Pick<DayLines, "lines">, foremanId: PartKey): OrderedCell[] =>
  foremanId === null ? lines : lines.filter(({ whose }) => whose !== "other");

/** Counts of a part, and its lines without a fact. */
export function describeLines(
  { frame, ...day }: DayLines,
  foremanId: PartKey,
  lines = linesOfPart(day, foremanId),
): ShiftLines {
  const silent = lines
    .filter(({ doneOfDay }) => doneOfDay === null)
    .map((cell): SilentLine => {
      const left = decimal(big(cell.planTotal).minus(cell.done));
      return {
        floorVolumeId: cell.floorVolumeId,
        workType: { id: cell.workTypeId, code: cell.workCode, name: cell.workName, unit: cell.unit },
        facade: cell.facade,
        floor: cell.floor,
        planToday: cell.planOfDay ?? planToday({ ...cell, date: frame.date, left }),
        crewId: cell.last?.crewId ?? cell.paceCrewId,
      };
    });
  return { foremanId, lines: countLines(lines), silent };
}
