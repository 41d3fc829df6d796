import type { Role } from "@stsphera/rbac";

type Member = { readonly userId: number; readonly fullName: string; readonly roles: readonly Role[] };
export type Worker = { readonly id: number; readonly fullName: string; readonly roles: readonly Role[] };

/** Members of an object's team who can be assigned work: all except observers. */
export const workersOf = ({ team }: { readonly team: readonly Member[] }): Worker[] =>
  team
    .filter(({ roles }) => roles.some((role) => role !== "viewer"))
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
