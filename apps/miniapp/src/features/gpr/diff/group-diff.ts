import type { GprDiff } from "@stsphera/contracts";

type Changed = GprDiff["changed"][number];
export type Change = Changed["changes"][number];
export type Kind = Change["kind"];
type Brief = GprDiff["added"][number];

/** Rows with a change of one kind. */
export type Group =
  | { readonly kind: "added" | "removed"; readonly rows: readonly Brief[] }
  | { readonly kind: Kind; readonly rows: readonly (Brief & { readonly change: Change })[] };

/** What matters to most people first. */
const ORDER: readonly Kind[] = [
  "moved",
  "owner",
  "duration",
  "links",
  "constraint",
  "department",
  "parent",
  "renamed",
  "quantity",
  "unit",
  "work",
  "facade",
];

/** The differences of two versions by kind; kinds without a row are left out. */
export function groupDiff({ added, removed, changed }: GprDiff): Group[] {
  const groups: Group[] = [
    { kind: "added", rows: added },
    { kind: "removed", rows: removed },
    ...ORDER.map((kind) => ({
      kind,
      rows: changed.flatMap(({ key, number, name, changes }) =>
        changes.filter((change) => change.kind === kind).map((change) => ({ key, number, name, change })),
      ),
    })),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

const BY_ID: ReadonlySet<Kind> = new Set(["links", "parent", "facade"]);

/** Whether a line of the difference names other rows, or facades, by their key. */
export const namesOthers = ({ changed }: GprDiff): boolean =>
  changed.some(({ changes }) => changes.some(({ kind }) => BY_ID.has(kind)));
