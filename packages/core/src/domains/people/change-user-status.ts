import { id, type UserTransitionAnswer, userTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, type Role } from "@stsphera/rbac";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  type Change,
  command,
  DomainError,
  forbidden,
  invalidField,
  type Tx,
} from "../../kernel/index.ts";
import {
  closeInvitationsOf,
  type JoinedOnApproval,
  joinOnApproval,
  type WaitingUse,
  waitingUses,
} from "../invitations/index.ts";
import { readLeavings } from "./read-leavings.ts";
import { assertNotLastAdmin, type LockedPerson, lockPersonAmongAdmins } from "./lock-person.ts";
import { cardOfRow, presentUser, type UserRow } from "./present-user.ts";
import { allowedUserMoves, USER_MOVES, type UserMove, userMove } from "./user-workflow.ts";

const { refreshTokens, users } = schema;

const input = z.strictObject({ userId: id, ...userTransitionInput.shape });

type Target = LockedPerson & { waiting: WaitingUse[] };

/**
 * Lets a newcomer in or refuses him, takes a person's access away or gives it back. Never one's own account, never
 * the last admin's. Whoever was invited joins his objects as he is let in; whoever is deactivated loses his sessions
 * and his links in the same transaction, and the answer says what he leaves behind.
 */
export const changeUserStatus = command({
  name: "user.change_status",
  permissions: [...new Set(USER_MOVES.map((move) => move.permission))],
  input,
  load: async (tx, ctx, { userId }): Promise<Target> => {
    const person = await lockPersonAmongAdmins(tx, ctx, { userId, permission: "users.manage" });
    return { ...person, waiting: person.row.status === "pending" ? await waitingUses(tx, userId) : [] };
  },
  authorize: (ctx, { row, waiting }, { to, version, reason, role }) => {
    const move = userMove(row.status, to);
    if (!can(ctx.actor, move?.permission ?? "users.manage")) throw forbidden("users.manage");
    if (ctx.actor.kind === "user" && ctx.actor.id === row.id) throw forbidden("users.manage", "own_account");
    assertVersion(row, version, presentUser(row));
    if (move === undefined) {
      throw new DomainError("invalid_transition", { allowed: allowedUserMoves(ctx.actor, row) });
    }
    if (move.role && role === undefined && waiting.length === 0) throw invalidField("role", "role_required");
    if (move.reason && reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input: { to, reason, role }, target }) => {
    const { row, waiting } = target;
    const move = moveOf(row, to);
    const closed = to === "deactivated" ? await takeAccessAway(tx, target, ctx.now) : [];
    const chosen = to === "active" ? (role ?? waiting.at(-1)?.role) : undefined;
    const after = await write(tx, row, { status: to, role: chosen });
    const joined = await join(tx, after, waiting, { chosen, now: ctx.now });
    const words = reason === undefined ? {} : { reason };
    const subject = { entityType: "user", entityId: after.id, objectId: null };
    const change = {
      ...subject,
      before: { status: row.status, role: row.role },
      after: { status: after.status, role: after.role },
      ...words,
    };
    const payload = { userId: after.id, role: after.role, objects: joined.objects, ...words };
    const result: UserTransitionAnswer = {
      ...cardOfRow(ctx.actor, after),
      ...(to === "deactivated" ? { leaves: await readLeavings(tx, after.id) } : {}),
    };
    return {
      result,
      changes: [change, ...joined.changes, ...closed],
      events: [{ ...subject, type: move.event, payload }, ...joined.events],
    };
  },
});

async function join(
  tx: Tx,
  person: UserRow,
  waiting: readonly WaitingUse[],
  at: { chosen: Role | undefined; now: Date },
): Promise<JoinedOnApproval> {
  const { chosen, now } = at;
  if (person.status !== "active" || chosen === undefined) return { changes: [], events: [], objects: [] };
  return joinOnApproval(tx, person.id, waiting, { chosen, now });
}

function moveOf(row: UserRow, to: UserMove["to"]): UserMove {
  const move = userMove(row.status, to);
  if (move === undefined) throw new DomainError("invalid_transition");
  return move;
}

async function takeAccessAway(tx: Tx, target: LockedPerson, now: Date): Promise<Change[]> {
  assertNotLastAdmin(target);
  await tx
    .update(refreshTokens)
    .set({ revokedAt: now })
    .where(and(eq(refreshTokens.userId, target.row.id), isNull(refreshTokens.revokedAt)));
  return closeInvitationsOf(tx, target.row.id, now);
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
