import { can } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, forbidden, nonEmpty, type Tx } from "../../kernel/index.ts";
import type { DecisionSource } from "./decision-source.ts";
import {
  addDueDecisions,
  areThings,
  type DecisionDifference,
  readDecisionDifferences,
  type Thing,
} from "./decision-differences.ts";

const REASON = "decisions follow the things that wait";
/** How many things are held at once. */
export const MOST_MENDED = 200;

const input = z.strictObject({
  things: z
    .array(z.strictObject({ entityType: z.string().regex(/^[a-z_]+$/), entityId: z.int().positive() }))
    .min(1)
    .max(MOST_MENDED),
});

/**
 * Puts what waits for decisions of these things back to what should wait, each row with its record. For the nightly job:
 * whatever changes what waits of a thing holds its row, so with all rows locked both stand still.
 */
export function mendDecisionsCommand(sources: readonly DecisionSource[]) {
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
      const differences = await readDecisionDifferences(tx, sources, things);
      if (differences.length > 0) await replace(tx, sources, differences);
      const [first] = things;
      return {
        result: { mended: differences.length },
        changes: nonEmpty(differences.length > 0 ? differences.map(changeOf) : [nothingToMend(first)]),
        events: [],
      };
    },
  });
}

/** In the order of the sources, and of ids within one. */
async function lock(tx: Tx, sources: readonly DecisionSource[], things: readonly Thing[]): Promise<void> {
  for (const { entityType, table } of sources) {
    const ids = things.filter((thing) => thing.entityType === entityType).map(({ entityId }) => entityId);
    if (ids.length === 0) continue;
    await tx.execute(
      sql`select id from ${sql.identifier(table)} where id = any (${`{${ids}}`}::int[]) order by id for update`,
    );
  }
}

async function replace(tx: Tx, sources: readonly DecisionSource[], things: readonly Thing[]): Promise<void> {
  await tx.execute(sql`delete from pending_decisions where ${areThings(things)}`);
  await addDueDecisions(tx, sources, things);
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
