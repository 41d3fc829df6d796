import type { EventType, UserStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Permission } from "@stsphera/rbac";

export type UserMove = {
  from: UserStatus;
  to: UserStatus;
  permission: Permission;
  /** Whether words must be given. */
  reason: boolean;
  /** Whether the company role must be named. */
  role: boolean;
  event: EventType;
};

/** Every move of a person; nothing else compares his status. */
export const USER_MOVES: readonly UserMove[] = [
  {
    from: "pending",
    to: "active",
    permission: "users.manage",
    reason: false,
    role: true,
    event: "user.approved",
  },
  {
    from: "pending",
    to: "rejected",
    permission: "users.manage",
    reason: true,
    role: false,
    event: "user.refused",
  },
  {
    from: "active",
    to: "deactivated",
    permission: "users.manage",
    reason: true,
    role: false,
    event: "user.deactivated",
  },
  {
    from: "deactivated",
    to: "active",
    permission: "users.manage",
    reason: true,
    role: false,
    event: "user.reactivated",
  },
];

/** The move from one status to another, if there is one. */
export function userMove(from: UserStatus, to: UserStatus): UserMove | undefined {
  return USER_MOVES.find((move) => move.from === from && move.to === to);
}

/** Where the asker may take a person from his status; never himself. */
export function allowedUserMoves(
  actor: Actor,
  person: { id: number; status: UserStatus },
): readonly UserStatus[] {
  if (actor.kind === "user" && actor.id === person.id) return [];
  return USER_MOVES.filter((move) => move.from === person.status && can(actor, move.permission)).map(
    (move) => move.to,
  );
}
