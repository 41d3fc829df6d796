import { type UserCard, userTransitionInput } from "@stsphera/contracts";
import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, invalidField, type Tx } from "../kernel/index.ts";
import { assertNotLastAdmin, type LockedPerson, lockPersonAmongAdmins } from "./lock-person.ts";
import { cardOfRow, presentUser, type UserRow } from "./present-user.ts";
import { allowedUserMoves, USER_MOVES, type UserMove, userMove } from "./user-workflow.ts";

const { refreshTokens, users } = schema;

const input = z.strictObject({ userId: id, ...userTransitionInput.shape });

/**
 * Lets a newcomer in or refuses him, takes a person's access away or gives it back. Never one's own account, never
 * the last admin's. Whoever is deactivated loses his sessions in the same transaction.
 */
export const changeUserStatus = command({
  name: "user.change_status",
  permissions: [...new Set(USER_MOVES.map((move) => move.permission))],
  input,
  load: (tx, _ctx, { userId }) => lockPersonAmongAdmins(tx, userId),
  authorize: (ctx, { row }, { to, version, reason, role }) => {
    const move = userMove(row.status, to);
    if (!can(ctx.actor, move?.permission ?? "users.manage")) throw forbidden("users.manage");
    if (ctx.actor.kind === "user" && ctx.actor.id === row.id) throw forbidden("users.manage", "own_account");
    assertVersion(row, version, presentUser(row));
    if (move === undefined) {
      throw new DomainError("invalid_transition", { allowed: allowedUserMoves(ctx.actor, row) });
    }
    if (move.role && role === undefined) throw invalidField("role", "role_required");
    if (move.reason && reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input: { to, reason, role }, target }) => {
    const move = moveOf(target.row, to);
    if (to === "deactivated") await takeAccessAway(tx, target, ctx.now);
    const after = await write(tx, target.row, { status: to, role: to === "active" ? role : undefined });
    const event = {
      type: move.event,
      objectId: null,
      entityType: "user",
      entityId: after.id,
      payload: { userId: after.id, role: after.role, ...(reason === undefined ? {} : { reason }) },
    };
    const change = {
      entityType: "user",
      entityId: after.id,
      objectId: null,
      before: { status: target.row.status, role: target.row.role },
      after: { status: after.status, role: after.role },
      ...(reason === undefined ? {} : { reason }),
    };
    return { result: cardOfRow(ctx.actor, after) satisfies UserCard, changes: [change], events: [event] };
  },
});

function moveOf(row: UserRow, to: UserMove["to"]): UserMove {
  const move = userMove(row.status, to);
  if (move === undefined) throw new DomainError("invalid_transition");
  return move;
}

async function takeAccessAway(tx: Tx, target: LockedPerson, now: Date): Promise<void> {
  assertNotLastAdmin(target);
  await tx
    .update(refreshTokens)
    .set({ revokedAt: now })
    .where(and(eq(refreshTokens.userId, target.row.id), isNull(refreshTokens.revokedAt)));
}

async function write(
  tx: Tx,
  row: UserRow,
  values: { status: UserRow["status"]; role: UserRow["role"] | undefined },
): Promise<UserRow> {
  const [after] = await tx
    .update(users)
    .set({ status: values.status, role: values.role ?? row.role, version: row.version + 1 })
    .where(and(eq(users.id, row.id), eq(users.version, row.version)))
    .returning();
  if (after === undefined) throw new DomainError("version_conflict", { current: presentUser(row) });
  return after;
}
