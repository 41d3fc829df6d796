import { endDelegationInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, type Context, localDay, nonEmpty, notFound, type Tx } from "../../kernel/index.ts";
import { rightsLost } from "../rights/index.ts";
import { delegationLifecycle, type LoadedDelegation } from "./delegation-lifecycle.ts";
import { endingMove, mayEndDelegation } from "./delegation-workflow.ts";
import { presentDelegationState } from "./write-delegation.ts";

const { delegations, users } = schema;

/** Ends a delegation immediately. */
export const endDelegation = command({
  name: "delegation.end",
  permissions: ["delegation.own", "delegation.object"],
  input: z.strictObject({ delegationId: id, ...endDelegationInput.shape }),
  load: (tx, ctx, { delegationId }) => lockDelegation(tx, ctx, delegationId),
  authorize: (ctx, loaded, { version }) =>
    delegationLifecycle.judge(ctx, loaded, { move: endingMove(ctx.actor, loaded.row) }, { version }),
  execute: async (tx, { ctx, input, target: loaded, verdict }) => {
    const step = { ctx, loaded, move: verdict.move, input, verdict };
    const { after, changes, events } = await delegationLifecycle.make(tx, step);
    const lost = await rightsLost(tx, ctx, { userId: after.deputyId, objectId: after.objectId });
    return {
      result: presentDelegationState(after),
      changes: nonEmpty([...changes, ...lost.changes]),
      events: [...events, ...lost.events],
    };
  },
});

/** Locks a delegation; not_found except for the deputy and for users who may end it. */
async function lockDelegation(tx: Tx, ctx: Context, delegationId: number): Promise<LoadedDelegation> {
  const [row] = await tx.select().from(delegations).where(eq(delegations.id, delegationId)).for("update");
  if (row === undefined) throw notFound();
  const isDeputy = ctx.actor.kind === "user" && ctx.actor.id === row.deputyId;
  if (!isDeputy && !mayEndDelegation(ctx.actor, row)) throw notFound();
  const [principal] = await tx
    .select({ timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, row.principalId));
  if (principal === undefined) throw notFound();
  return { row, today: localDay(ctx.now, principal.timeZone) };
}
