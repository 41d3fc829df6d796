import type { Invitation } from "@stsphera/contracts";
import { act, get, write } from "../../../shared/api/request.ts";

export const invitationKeys = {
  list: (objectId: number) => ["invitations", objectId] as const,
  crews: (objectId: number) => ["crews", objectId] as const,
};

export const listInvitations = (objectId: number, cursor: string | null) => {
  const after = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  return get(`/api/objects/${objectId}/invitations?limit=30${after}`, (c) => c.invitationLinkPage);
};

export const createInvitation = (objectId: number, body: object, key: string) =>
  write("POST", `/api/objects/${objectId}/invitations`, { body, key }, (c) => c.invitationLink);

export const revokeInvitation = (
  { id, version }: Pick<Invitation, "id" | "version">,
  key: string,
): Promise<void> => act("DELETE", `/api/invitations/${id}`, { body: { version }, key });

export const listCrews = (objectId: number) =>
  get(`/api/crews?objectId=${objectId}&limit=200`, (c) => c.crewPage);
