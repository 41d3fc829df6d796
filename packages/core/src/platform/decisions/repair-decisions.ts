import { can } from "@stsphera/rbac";
import { schema } from "@stsphera/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, forbidden, nonEmpty, type Tx } from "../../kernel/index.ts";
import type { DecisionSource } from "./decision-source.ts";
import { comparePart, type DecisionDifference, rowsOf, type Thing } from "./decision-differences.ts";

const { pendingDecisions: table } = schema;
type Asked = Pick<DecisionSource, "entityType" | "due">;

const REASON = "decisions follow the things that wait";
/** How many things are locked at once. */
export const MAX_MENDED = 200;

const input = z.strictObject({
  things: z
    .array(z.strictObject({ entityType: z.string().regex(/^[a-z_]+$/), entityId: z.int().positive() }))
    .min(1)
    .max(MAX_MENDED),
});

/**
 * Repairs the stored decisions of these things, with an audit row for each. For the nightly job. Everything that
 * changes the decisions of a thing locks its row, so nothing changes while all rows are locked.
 */
export function repairDecisionsCommand(sources: readonly DecisionSource[]) {
  return command({
    name: "decisions.mend",
    permissions: [],
    quiet: true,
    input,
    load: (tx, _ctx, { things }) => lock(tx, sources, things),
    authorize: (ctx) => {
      if (ctx.actor.kind !== "system" || !can(ctx.actor, "settings.manage"))
        throw forbidden("settings.manage");
    },
    execute: async (tx, { input: { things } }) => {
      const differences: DecisionDifference[] = [];
      for (const source of [...sources, ...unknownTo(sources, things)])
        differences.push(...(await repairThings(tx, source, idsOf(things, source))));
      const [first] = things;
      return {
        result: { mended: differences.length },
        changes: nonEmpty(differences.length > 0 ? differences.map(changeOf) : [nothingToRepair(first)]),
        events: [],
      };
    },
  });
}

const idsOf = (things: readonly Thing[], { entityType }: Pick<DecisionSource, "entityType">): number[] =>
  things.filter((thing) => thing.entityType === entityType).map(({ entityId }) => entityId);

/** Locks in the order of the sources, and of ids within each. */
async function lock(tx: Tx, sources: readonly DecisionSource[], things: readonly Thing[]): Promise<void> {
  for (const source of sources) {
    const ids = idsOf(things, source);
    if (ids.length === 0) continue;
    await tx.execute(
      sql`select id from ${sql.identifier(source.table)} where id = any (${`{${ids}}`}::int[]) order by id for update`,
    );
  }
}

/** Things that no domain knows, which therefore have no decisions. */
const unknownTo = (sources: readonly DecisionSource[], things: readonly Thing[]): Asked[] =>
  [...new Set(things.map(({ entityType }) => entityType))]
    .filter((entityType) => sources.every((source) => source.entityType !== entityType))
    .map((entityType) => ({ entityType, due: () => Promise.resolve([]) }));

/** Rewrites the decisions of things that differ. */
async function repairThings(tx: Tx, source: Asked, ids: readonly number[]): Promise<DecisionDifference[]> {
  if (ids.length === 0) return [];
  const { differences, due } = await comparePart(tx, source, { after: 0, limit: ids.length + 1, ids });
  const differing = [...new Set(differences.map(({ entityId }) => entityId))];
  if (differing.length === 0) return [];
  const ofThese = and(eq(table.entityType, source.entityType), inArray(table.entityId, differing));
  await tx.delete(table).where(ofThese);
  const rows = rowsOf(
    source,
    due.filter(({ entityId }) => differing.includes(entityId)),
  );
  if (rows.length > 0) await tx.insert(table).values(rows);
  return differences;
}

const changeOf = ({ entityType, entityId, objectId, stored, due }: DecisionDifference): Change => ({
  entityType,
  entityId,
  objectId,
  before: stored,
  after: due,
  reason: REASON,
});

/** The thing was decided on, or repaired by another process, between search and lock. */
const nothingToRepair = (thing: Thing | undefined): Change => ({
  entityType: thing?.entityType ?? "",
  entityId: thing?.entityId ?? 0,
  objectId: null,
  before: null,
  after: { mended: 0 },
});
