import type { Patch, VersionContent, VersionRow } from "@stsphera/schedule/versions";

/** How many changed rows, and how many links, the audit log names. */
const MOST = 50;

/**
 * One side of a step of editing for the audit log, which outlives the steps: every field of the changed rows that is set,
 * codes and numbers of accounts as they are stored, and the changed links by the numbers of their rows.
 */
export function toldOf(
  { rows, links }: Patch,
  content: VersionContent,
  side: "before" | "after",
): { rows: string[]; links: string[] } {
  const numbers = new Map(content.rows.map(({ key, number }) => [key, number]));
  const numberOf = (key: string) => String(numbers.get(key) ?? "—");
  return {
    rows: rows.flatMap((change) => lineOf(change[side])).slice(0, MOST),
    links: links
      .flatMap(({ [side]: link }) =>
        link === null
          ? []
          : [`${numberOf(link.from)} → ${numberOf(link.to)} ${link.type} ${link.lag} ${link.unit}`],
      )
      .slice(0, MOST),
  };
}

function lineOf(row: VersionRow | null): string[] {
  if (row === null) return [];
  const { number, name, duration, department, owner, quantity, unit, work, facade, constraint } = row;
  const limit = constraint && `${constraint.kind} ${constraint.edge} ${constraint.day}`;
  const volume = quantity && `${quantity} ${unit ?? ""}`.trim();
  const rest = [department, owner && `№ ${owner}`, volume, work, facade && `facade ${facade}`, limit];
  return [[`${number} ${name}`, String(duration), ...rest.filter(Boolean)].join(", ")];
}
