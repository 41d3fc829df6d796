import type { ObjectTeam } from "@stsphera/contracts";
import { act, get } from "../../../shared/api/request.ts";

export type Member = ObjectTeam["members"][number];
/** Who takes over the zones of a member that loses them. */
export type ZonesGiven = readonly { readonly from: number; readonly to: number }[];
export type HeldRoles = Pick<Member, "userId" | "roles">;

export const teamKeys = {
  team: (objectId: number) => ["team", objectId] as const,
  available: (objectId: number, search: string) => ["available", objectId, search] as const,
};

export const getTeam = (objectId: number) => get(`/api/objects/${objectId}/team`, (c) => c.objectTeam);

/** Replaces the team as it was read; the server refuses when it has changed since. */
export const saveTeam = (
  objectId: number,
  version: number,
  { members, zones }: { members: readonly HeldRoles[]; zones: ZonesGiven },
  key: string,
): Promise<void> =>
  act("PUT", `/api/objects/${objectId}/team`, {
    key,
    body: {
      version,
      members: members.map(({ userId, roles }) => ({ userId, roles })),
      ...(zones.length === 0 ? {} : { zones }),
    },
  });

/** People who can be added, found by any words of their name. */
export function listAvailable(objectId: number, search: string, cursor: string | null) {
  const query = new URLSearchParams({ objectId: String(objectId), viewers: "true", limit: "30" });
  if (search !== "") query.set("search", search);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/users/available?${query}`, (c) => c.availableUserPage);
}
