import type { BoardRow } from "../board/layout.ts";
import type { RowFilter } from "./outline.ts";

type Asked = {
  readonly show: "all" | "mine" | "late" | "critical";
  readonly department: string;
  readonly search: string;
};

const isCritical = ({ critical, float }: Pick<BoardRow, "critical" | "float">) =>
  critical || (float ?? 0) < 0;

/** Its forecast ends later than it was planned. */
const isLate = ({ standing }: Pick<BoardRow, "standing">) => (standing?.late ?? 0) > 0;

/** The filter of what is asked for; null where everything is. */
export function filterOf({ show, department, search }: Asked, readerId: number): RowFilter<BoardRow> | null {
  const words = search.trim().toLocaleLowerCase("ru").split(/\s+/).filter(Boolean);
  if (show === "all" && department === "" && words.length === 0) return null;
  return (row) => {
    if (show === "mine" && row.ownerId !== readerId) return false;
    if (show === "late" && !isLate(row)) return false;
    if (show === "critical" && !isCritical(row)) return false;
    if (department !== "" && row.department !== department) return false;
    const text = `${row.number} ${row.name}`.toLocaleLowerCase("ru");
    return words.every((word) => text.includes(word));
  };
}

/** How many leaf rows each choice shows. */
export function countsOf(rows: readonly BoardRow[], readerId: number) {
  const leaves = rows.filter(({ summary }) => !summary);
  return {
    all: leaves.length,
    mine: leaves.filter(({ ownerId }) => ownerId === readerId).length,
    late: leaves.filter(isLate).length,
    critical: leaves.filter(isCritical).length,
  };
}
