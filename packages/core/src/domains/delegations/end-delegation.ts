import { endDelegationInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { type Actor, can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, notFound, localDay } from "../../kernel/index.ts";
import { delegationPayload, presentDelegationState } from "./write-delegation.ts";

const { delegations, users } = schema;

type Tied = { principalId: number; objectId: number | null };

/** Who may end it: the absent person, the project manager of its object as long as he is it, an admin. */
export function mayEndDelegation(actor: Actor, { principalId, objectId }: Tied): boolean {
  if (isOwn(actor, { principalId })) return can(actor, "delegation.own");
  return can(actor, "delegation.object", objectId === null ? {} : { objectId });
}

const isOwn = (actor: Actor, { principalId }: Pick<Tied, "principalId">): boolean =>
  actor.kind === "user" && actor.id === principalId;

/** Takes back what a deputy holds, from this moment. */
export const endDelegation = command({
  name: "delegation.end",
  permissions: ["delegation.own", "delegation.object"],
  input: z.strictObject({ delegationId: id, ...endDelegationInput.shape }),
  load: async (tx, ctx, { delegationId }) => {
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
  },
  authorize: (ctx, { row, today }, { version }) => {
    if (!mayEndDelegation(ctx.actor, row)) throw forbidden("delegation.object");
    assertVersion(row, version, presentDelegationState(row));
    if (row.endedAt !== null || row.toDay < today) {
      throw new DomainError("conflict", { sentence: "delegation_over" });
    }
  },
  execute: async (tx, { ctx, target: { row } }) => {
    const ended = { ...row, endedAt: ctx.now, version: row.version + 1 };
    await tx
      .update(delegations)
      .set({ endedAt: ended.endedAt, version: ended.version })
      .where(eq(delegations.id, row.id));
    const subject = { entityType: "delegation", entityId: row.id, objectId: row.objectId };
    const own = isOwn(ctx.actor, row);
    const right = { permission: own ? ("delegation.own" as const) : ("delegation.object" as const) };
    return {
      result: presentDelegationState(ended),
      changes: [{ ...subject, right, before: { endedAt: null }, after: { endedAt: ctx.now.toISOString() } }],
      events: [{ ...subject, type: "delegation.ended", payload: delegationPayload(row) }],
    };
  },
});
