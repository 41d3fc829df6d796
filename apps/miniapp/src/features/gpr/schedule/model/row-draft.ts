import type { GprContent, GprEdit, GprRow } from "@stsphera/contracts";

export type GprLink = GprContent["links"][number];

/** The fields of a row that people change. */
export const FIELDS = [
  "name",
  "department",
  "ownerId",
  "duration",
  "quantity",
  "unit",
  "constraint",
] as const satisfies readonly (keyof GprRow)[];
export type FieldName = (typeof FIELDS)[number];
export type RowFields = Pick<GprRow, FieldName>;

/** What a person has changed of a row and not saved yet; what is not named here follows the row. */
export type RowDraft = {
  readonly fields: Partial<RowFields>;
  /** What the row is to come after; null while that is as it was. */
  readonly after: readonly GprLink[] | null;
};
export const NO_DRAFT: RowDraft = { fields: {}, after: null };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A draft without what is as the row has it. */
export function withField(draft: RowDraft, row: GprRow, fields: Partial<RowFields>): RowDraft {
  const all = { ...draft.fields, ...fields };
  const kept = FIELDS.filter((name) => name in all && !same(all[name], row[name]));
  return { ...draft, fields: Object.fromEntries(kept.map((name) => [name, all[name]])) };
}

export const isEmpty = ({ fields, after }: RowDraft): boolean =>
  after === null && Object.keys(fields).length === 0;

const idOf = ({ from, type }: GprLink) => `${from} ${type}`;

/** The edits that make a row and what it comes after as drafted; `seen` is the row as its author saw it. */
export function editsOf(
  seen: Pick<GprRow, "key" | "version">,
  draft: RowDraft,
  incoming: readonly GprLink[],
): GprEdit[] {
  const { key, version } = seen;
  const edits: GprEdit[] = [];
  if (Object.keys(draft.fields).length > 0)
    edits.push({ do: "set", rows: [{ key, version }], fields: draft.fields });
  if (draft.after === null) return edits;
  const wanted = new Map(draft.after.map((link) => [idOf(link), link]));
  for (const link of incoming) {
    if (!wanted.has(idOf(link))) edits.push({ do: "unlink", from: link.from, to: link.to, type: link.type });
  }
  const known = new Map(incoming.map((link) => [idOf(link), link]));
  for (const [id, link] of wanted) if (!same(known.get(id), link)) edits.push({ do: "link", ...link });
  return edits;
}

/** The fields that somebody else has changed since the author saw the row. */
export const changedFields = (seen: GprRow, now: GprRow): FieldName[] =>
  FIELDS.filter((name) => !same(seen[name], now[name]));

/** The rows and links of a version as they would be with a draft of one row. */
export function contentWith(
  { rows, links }: Pick<GprContent, "rows" | "links">,
  key: string,
  draft: RowDraft,
): Pick<GprContent, "rows" | "links"> {
  return {
    rows: rows.map((row) => (row.key === key ? { ...row, ...draft.fields } : row)),
    links: draft.after === null ? links : [...links.filter(({ to }) => to !== key), ...draft.after],
  };
}
