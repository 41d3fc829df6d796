import { randomUUID } from "node:crypto";
import type { GprEdit } from "@stsphera/contracts";
import {
  addRow,
  indentRow,
  linkInSequence,
  moveRow,
  outdentRow,
  removeRows,
  setFields,
  type VersionContent,
} from "@stsphera/schedule/versions";
import { DomainError, invalidField } from "../../kernel/index.ts";
import type { KeptContent } from "./gpr-content.ts";

type Seen = { key: string; version: number };

/** The rows that an edit changes, as its author saw them. */
const seenBy = (edit: GprEdit): readonly Seen[] =>
  edit.do === "set" || edit.do === "remove" ? edit.rows : edit.do === "place" ? [edit.row] : [];

/** The rows that an edit only names. */
function namedBy(edit: GprEdit): readonly string[] {
  if (edit.do === "link" || edit.do === "unlink") return [edit.from, edit.to];
  if (edit.do === "chain") return edit.rows;
  return edit.do === "add" && edit.behind !== undefined ? [edit.behind] : [];
}

/**
 * Applies edits one after another. A row that is gone is refused by its place in the request; rows that others have
 * changed meanwhile are a version conflict, which shows them as they are.
 */
export function applyEdits(
  { content, versions }: KeptContent,
  edits: readonly GprEdit[],
  nextNumber: number,
): VersionContent {
  const stale = new Set<string>();
  for (const [at, edit] of edits.entries()) {
    for (const key of [...seenBy(edit).map((row) => row.key), ...namedBy(edit)]) {
      if (!versions.has(key)) throw invalidField(`edits.${at}`, "gpr_row_gone");
    }
    for (const { key, version } of seenBy(edit)) if (versions.get(key) !== version) stale.add(key);
  }
  if (stale.size > 0) {
    const rows = content.rows.filter(({ key }) => stale.has(key)).slice(0, 50);
    const current = rows.map((row) => ({ ...row, version: versions.get(row.key) }));
    throw new DomainError("version_conflict", { current: { rows: current } });
  }
  let [now, number] = [content, nextNumber];
  for (const edit of edits) {
    now = applyEdit(now, edit, number);
    if (edit.do === "add") number += 1;
  }
  return now;
}

const PLACES = {
  in: indentRow,
  out: outdentRow,
  up: (content: VersionContent, key: string) => moveRow(content, key, false),
  down: (content: VersionContent, key: string) => moveRow(content, key, true),
} as const;

function applyEdit(content: VersionContent, edit: GprEdit, number: number): VersionContent {
  switch (edit.do) {
    case "set":
      return setFields(content, keysOf(edit.rows), fieldsOf(edit.fields));
    case "add": {
      const { do: _do, behind = null, name, department, duration, ...more } = edit;
      const empty = { owner: null, quantity: null, unit: null, work: null, facade: null, constraint: null };
      const row = { key: randomUUID(), number, name, department, duration, ...empty, ...fieldsOf(more) };
      return addRow(content, row, behind);
    }
    case "remove":
      return removeRows(content, keysOf(edit.rows));
    case "place":
      return PLACES[edit.to](content, edit.row.key);
    case "link": {
      const { do: _do, ...link } = edit;
      return { ...content, links: [...content.links.filter((one) => !isSame(one, link)), link] };
    }
    case "unlink":
      return { ...content, links: content.links.filter((one) => !isSame(one, edit)) };
    case "chain":
      return linkInSequence(content, edit.rows);
  }
}

type Ends = { from: string; to: string; type: string };
const isSame = (one: Ends, other: Ends) =>
  one.from === other.from && one.to === other.to && one.type === other.type;

const keysOf = (rows: readonly Seen[]): string[] => rows.map(({ key }) => key);

type Fields = Extract<GprEdit, { do: "set" }>["fields"];

const textOf = (id: number | null) => (id === null ? null : String(id));

/** Fields of the request as the engine takes them: owner and facade as text. */
function fieldsOf({ ownerId, facadeId, ...fields }: Fields): Parameters<typeof setFields>[2] {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(ownerId === undefined ? {} : { owner: textOf(ownerId) }),
    ...(facadeId === undefined ? {} : { facade: textOf(facadeId) }),
  };
}
