import { rolesOn } from "@stsphera/rbac";
import { type Context, personOf } from "../../kernel/index.ts";
import { countLines, type DayLines, type OrderedCell, planToday, readDayLines } from "../facts/index.ts";
import { big, decimal } from "../calculation/index.ts";
import type { ShiftLines, SilentLine } from "@stsphera/contracts";

/** Whose part of a shift: of a foreman, or the whole of an object where nobody leads a zone. */
export type PartKey = number | null;

/** The part that the actor closes unless another is named: their own where zones have foremen. */
export function partOf(ctx: Context, hasZones: boolean, asked: number | undefined): PartKey {
  if (!hasZones) return null;
  return asked ?? personOf(ctx).id;
}

/** Foremen close their own part and that of whom they stand in for, project managers any. */
export function mayClosePart(ctx: Context, objectId: number, foremanId: PartKey): boolean {
  const { id, role, deputyFor = [] } = personOf(ctx);
  if (foremanId === null || foremanId === id) return true;
  if (deputyFor.some(({ principalId }) => principalId === foremanId)) return true;
  return role === "admin" || rolesOn(personOf(ctx), objectId).includes("project_manager");
}

/** Reads the lines of the day as the foreman of a part sees them; null for an unknown object. */
export function readPartLines(
  { db, now }: Pick<Context, "db" | "now">,
  { objectId, date, foremanId }: { objectId: number; date?: string | undefined; foremanId: PartKey },
): Promise<DayLines | null> {
  const reader = foremanId === null ? null : { person: { id: foremanId }, crewOnly: false };
  return readDayLines(db, { objectId, date, now }, reader);
}

/** The lines of a part: what the foreman and their zones work on, or all lines of the day. */
export const linesOfPart = ({ lines }: Pick<DayLines, "lines">, foremanId: PartKey): OrderedCell[] =>
  foremanId === null ? lines : lines.filter(({ whose }) => whose !== "other");

/** Counts of a part, and its lines without a fact. */
export function describeLines({ frame, ...day }: DayLines, foremanId: PartKey): ShiftLines {
  const lines = linesOfPart(day, foremanId);
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
