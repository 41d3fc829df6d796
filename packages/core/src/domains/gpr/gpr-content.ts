import { trimDecimal } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { Constraint } from "@stsphera/schedule";
import type { VersionContent, VersionRow } from "@stsphera/schedule/versions";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import type { GprVersionRow } from "./load-gpr.ts";

const { gprLinks, gprRows } = schema;

type StoredRow = typeof gprRows.$inferSelect;

/** The content of a version, and the version of each row by its key. */
export type KeptContent = { content: VersionContent; versions: ReadonlyMap<string, number> };

/** Reads rows and links as the engine takes them. */
export async function readContent(
  tx: Pick<Tx, "select">,
  { id, startOn }: Pick<GprVersionRow, "id" | "startOn">,
): Promise<KeptContent> {
  const stored = await tx.select().from(gprRows).where(eq(gprRows.gprId, id)).orderBy(asc(gprRows.sort));
  const links = await tx.select().from(gprLinks).where(eq(gprLinks.gprId, id));
  return {
    content: {
      start: startOn,
      rows: stored.map(versionRow),
      links: links.map(({ gprId: _gprId, ...link }) => link),
    },
    versions: new Map(stored.map(({ key, version }) => [key, version])),
  };
}

/** A stored row as the engine takes it. */
export const versionRow = (row: StoredRow): VersionRow => ({
  key: row.key,
  number: row.number,
  parent: row.parent,
  name: row.name,
  department: row.department,
  owner: row.ownerId === null ? null : String(row.ownerId),
  quantity: row.quantity === null ? null : trimDecimal(row.quantity),
  unit: row.unit,
  work: row.work,
  facade: row.facadeId === null ? null : String(row.facadeId),
  duration: row.duration,
  constraint: constraintOf(row),
});

type Bound = Pick<StoredRow, "constraintKind" | "constraintEdge" | "constraintDay">;

function constraintOf({
  constraintKind: kind,
  constraintEdge: edge,
  constraintDay: day,
}: Bound): Constraint | null {
  return kind === null || edge === null || day === null ? null : { kind, edge, day };
}

export const facadeIdOf = ({ facade }: Pick<VersionRow, "facade">): number | null =>
  facade === null ? null : Number(facade);

export const ownerIdOf = ({ owner }: Pick<VersionRow, "owner">): number | null =>
  owner === null ? null : Number(owner);
