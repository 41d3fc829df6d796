import { schema } from "@stsphera/db";
import { type Actor, onBehalfOf, type Permission } from "@stsphera/rbac";
import type { Change, DomainEvent } from "./change.ts";
import type { Context, Tx } from "./context.ts";
import { takePersonal } from "./personal-values.ts";

export type Recorded = {
  commandId: string;
  action: string;
  permissions: readonly Permission[];
  changes: readonly Change[];
  events: readonly DomainEvent[];
};

/** Writes the audit rows and the outbox rows of one command, in its transaction. */
export async function record(tx: Tx, ctx: Context, done: Recorded): Promise<void> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const taken = done.changes.map(takePersonal);
  const written = tx.insert(schema.auditLog).values(
    taken.map(({ kept: change }) => ({
      commandId: done.commandId,
      action: done.action,
      entityType: change.entityType,
      entityId: change.entityId,
      objectId: change.objectId,
      actorId,
      actorJob: ctx.actor.kind === "system" ? ctx.actor.job : null,
      onBehalfOf:
        change.onBehalfOf === undefined ? principalOf(ctx, done.permissions, change) : change.onBehalfOf,
      by: change.by ?? sessionMark(ctx.actor),
      requestId: ctx.requestId,
      at: ctx.now,
      before: change.before,
      after: change.after,
      reason: change.reason ?? null,
    })),
  );
  if (taken.every(({ values }) => values.length === 0)) await written;
  else {
    const rows = await written.returning({ id: schema.auditLog.id });
    const values = taken.flatMap(({ values: its }, at) => {
      const auditId = rows[at]?.id;
      if (auditId === undefined) throw new Error("an audit row was not stored");
      return its.map((value) => ({ ...value, auditId }));
    });
    await tx.insert(schema.auditPersonal).values(values);
  }
  if (done.events.length === 0) return;
  await tx.insert(schema.outbox).values(
    done.events.map((event) => ({
      commandId: done.commandId,
      type: event.type,
      objectId: event.objectId,
      entityType: event.entityType,
      entityId: event.entityId,
      actorId,
      payload: event.payload,
      createdAt: ctx.now,
    })),
  );
}

/** The user whom a deputy stood in for; null where the actor used their own right. */
function principalOf(ctx: Context, permissions: readonly Permission[], change: Change): number | null {
  const { objectId, right } = change;
  if (objectId === null) return null;
  if (right !== undefined) {
    return onBehalfOf(ctx.actor, right.permission, { objectId, relations: right.relations ?? [] });
  }
  for (const permission of permissions) {
    const principal = onBehalfOf(ctx.actor, permission, { objectId });
    if (principal !== null) return principal;
  }
  return null;
}

/** How the audit log marks what is done in a session that an admin's link began; null for other sessions. */
function sessionMark(actor: Actor): string | null {
  const maker = actor.kind === "user" ? (actor.session?.givenBy ?? null) : null;
  return maker === null ? null : `session_given_by:${maker}`;
}
