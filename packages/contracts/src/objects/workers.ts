import type { UserStatus } from "../people/vocabulary.ts";
import { type Limit, mayHold, type Permission, type Role } from "@stsphera/rbac";

type Member = {
  readonly userId: number;
  readonly fullName: string;
  readonly status: UserStatus;
  readonly roles: readonly Role[];
};
export type Worker = { readonly id: number; readonly fullName: string; readonly roles: readonly Role[] };

/**
 * Active members of an object's team who can be given a thing: those who may hold the permission that working on it
 * needs, with `beyond` not only within that limit.
 */
export const workersOf = (
  { team }: { readonly team: readonly Member[] },
  permission: Permission | undefined,
  beyond?: Limit,
): Worker[] =>
  team
    .filter(({ status }) => status === "active")
    .filter(
      ({ roles }) => permission === undefined || roles.some((role) => mayHold(role, permission, beyond)),
    )
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
