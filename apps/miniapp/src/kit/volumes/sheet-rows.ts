/**
 * The rows of a spreadsheet as the clipboard gives them; semicolons where there are no tabs. A cell in quotes keeps its
 * line breaks and separators, and each doubled quote in it is one.
 */
export function rowsOf(pasted: string): string[][] {
  const text = pasted.normalize("NFC").replaceAll(/\r\n?/g, "\n");
  const mark = text.includes("\t") ? "\t" : ";";
  const plain = mark === "\t" ? /[^\t\n]*/y : /[^;\n]*/y;
  let row: string[] = [];
  const rows = [row];
  for (let at = 0; at <= text.length; at += 1) {
    const end = quotedEnd(text, at, mark);
    if (end === null) {
      plain.lastIndex = at;
      const [cell = ""] = plain.exec(text) ?? [];
      row.push(cell.trim());
      at += cell.length;
    } else {
      row.push(
        text
          .slice(at + 1, end)
          .replaceAll('""', '"')
          .trim(),
      );
      at = end + 1;
    }
    if (text[at] === "\n") rows.push((row = []));
  }
  while (rows.at(-1)?.every((cell) => cell === "") === true) rows.pop();
  return rows;
}

/** Where the quotes of the cell that begins here close; null for a cell without them, or with a quote in its text. */
function quotedEnd(text: string, start: number, mark: string): number | null {
  if (text[start] !== '"') return null;
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  const after = text[at + 1];
  return at >= 0 && (after === undefined || after === mark || after === "\n") ? at : null;
}
