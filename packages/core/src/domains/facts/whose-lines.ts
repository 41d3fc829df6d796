import type { FormCell } from "./read-form-cells.ts";
import type { FormFrame } from "./read-form-frame.ts";

/** Whose line it is for the reader: worked by them or their crew lately, in their zone, or of others. */
export type Whose = "own" | "zone" | "other";
export const WHOSE: readonly Whose[] = ["own", "zone", "other"];

export type Reader = Pick<FormFrame, "ownCrewIds" | "zones"> & { crewOnly: boolean };

export function whoseLine(cell: FormCell, { zones }: Pick<Reader, "zones">): Whose {
  if (cell.own) return "own";
  const { facadeId, floorSort } = cell;
  const isIn = (zone: FormFrame["zones"][number]) =>
    zone.facadeId === facadeId && zone.fromSort <= floorSort && floorSort <= zone.toSort;
  return zones.some(isIn) ? "zone" : "other";
}

/**
 * The lines of the reader's crews: those they worked last. What nobody has begun is theirs where they do that work
 * on another facade, and for a crew that has not begun anything; what others began without naming a crew is not.
 */
export function crewsLines(
  cells: readonly FormCell[],
  { ownCrewIds }: Pick<Reader, "ownCrewIds">,
): FormCell[] {
  const isOurs = (crewId: number | null) => crewId !== null && ownCrewIds.includes(crewId);
  const works = new Set(
    cells.flatMap((cell) => (cell.own || isOurs(cell.paceCrewId) ? [cell.workTypeId] : [])),
  );
  return cells.filter((cell) => {
    const crewId = cell.last?.crewId ?? cell.paceCrewId;
    if (cell.own || isOurs(crewId)) return true;
    if (cell.last !== null || cell.newestOfDay !== null) return false;
    return ownCrewIds.length > 0 && crewId === null && (works.size === 0 || works.has(cell.workTypeId));
  });
}
