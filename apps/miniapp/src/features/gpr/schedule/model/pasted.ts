/** Longer cells are no names and numbers. */
const LONGEST_CELL = 2000;
const MOST_CELLS = 30;
export const MOST_LINES = 5002;

/** The cells of copied rows: a spreadsheet puts tabs between them and quotes around those with line breaks. */
export function tableOf(text: string): string[][] {
  const lines: string[][] = [];
  let [cells, cell, quoted]: [string[], string, boolean] = [[], "", false];
  const endCell = () => {
    cells.push(cell.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST_CELL));
    cell = "";
  };
  const endLine = () => {
    endCell();
    lines.push(cells.slice(0, MOST_CELLS));
    cells = [];
  };
  const all = text.replaceAll(/\r\n?/g, "\n");
  for (let at = 0; at < all.length; at += 1) {
    const letter = all[at] ?? "";
    if (quoted && letter === '"' && all[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && letter === "\t") endCell();
    else if (!quoted && letter === "\n") endLine();
    else cell += letter;
  }
  endLine();
  // Empty lines at the end come with every copy.
  while (lines.length > 0 && lines.at(-1)?.every((one) => one === "") === true) lines.pop();
  return lines;
}

type Field = { readonly path: string; readonly message: string };
export type BrokenCell = {
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
};

/** The cells that a refusal names, by line and column as a person counts. */
export function brokenCellsOf(details: unknown): BrokenCell[] {
  if (!Array.isArray(details)) return [];
  return (details as Field[])
    .filter((field) => typeof field?.path === "string" && typeof field.message === "string")
    .map(({ path, message }) => {
      const [, line, column] = /^table\.(\d+)(?:\.(\d+))?$/.exec(path) ?? [];
      const asNumber = (index: string | undefined) => (index === undefined ? null : Number(index) + 1);
      return { line: asNumber(line), column: asNumber(column), message };
    });
}
