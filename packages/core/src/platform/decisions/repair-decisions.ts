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
/** How many things are held at once. */
export const MAX_MENDED = 200;

const input = z.strictObject({
  things: z
    .array(z.strictObject({ entityType: z.string().regex(/^[a-z_]+$/), entityId: z.int().positive() }))
    .min(1)
    .max(MAX_MENDED),
});

/**
 * Puts what waits for decisions of these things back to what should wait, each row with its record. For the nightly job:
 * whatever changes what waits of a thing holds its row, so with all rows locked both stand still.
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
        differences.push(...(await mendThose(tx, source, idsOf(things, source))));
      const [first] = things;
      return {
        result: { mended: differences.length },
        changes: nonEmpty(differences.length > 0 ? differences.map(changeOf) : [nothingToMend(first)]),
        events: [],
      };
    },
  });
}

const idsOf = (things: readonly Thing[], { entityType }: Pick<DecisionSource, "entityType">): number[] =>
  things.filter((thing) => thing.entityType === entityType).map(({ entityId }) => entityId);

/** In the order of the sources, and of ids within one. */
async function lock(tx: Tx, sources: readonly DecisionSource[], things: readonly Thing[]): Promise<void> {
  for (const source of sources) {
    const ids = idsOf(things, source);
    if (ids.length === 0) continue;
    await tx.execute(
      sql`select id from ${sql.identifier(source.table)} where id = any (${`{${ids}}`}::int[]) order by id for update`,
    );
  }
}

/** Things of which no domain knows anything: nothing waits of them. */
const unknownTo = (sources: readonly DecisionSource[], things: readonly Thing[]): Asked[] =>
  [...new Set(things.map(({ entityType }) => entityType))]
    .filter((entityType) => sources.every((source) => source.entityType !== entityType))
    .map((entityType) => ({ entityType, due: () => Promise.resolve([]) }));

/** Writes anew what waits of those that differ. */
async function mendThose(tx: Tx, source: Asked, ids: readonly number[]): Promise<DecisionDifference[]> {
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

/** It was decided on, or mended by another, between the search and the lock. */
const nothingToMend = (thing: Thing | undefined): Change => ({
  entityType: thing?.entityType ?? "",
  entityId: thing?.entityId ?? 0,
  objectId: null,
  before: null,
  after: { mended: 0 },
});
