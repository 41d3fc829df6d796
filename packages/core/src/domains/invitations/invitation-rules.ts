import { randomBytes } from "node:crypto";
import type { InvitationState } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { type ObjectRow, isChangeable } from "../objects/index.ts";

export type InvitationRow = typeof schema.invitations.$inferSelect;
type Described = Pick<InvitationRow, "revokedAt" | "expiresAt" | "uses" | "maxUses">;

/** Who comes to a site to work there at once; the others wait for an admin. */
const IMMEDIATE: readonly Role[] = ["installer", "geodesist", "construction_itr"];

export const comesInAtOnce = (role: Role): boolean => IMMEDIATE.includes(role);

/** 22 characters of a link, nothing that could be guessed. */
export const newInvitationCode = (): string => randomBytes(16).toString("base64url");

/** What a link is good for at an instant. */
export function invitationState(row: Described, now: Date): InvitationState {
  if (row.revokedAt !== null) return "revoked";
  if (row.expiresAt <= now) return "expired";
  return row.uses >= row.maxUses ? "used_up" : "open";
}

/** Why a link opens nothing; null when it does. */
export function invitationRefusal(
  row: Described,
  object: Pick<ObjectRow, "status">,
  now: Date,
): RefusalCode | null {
  const state = invitationState(row, now);
  if (state === "open") return isChangeable(object.status) ? null : "object_is_over";
  return `invitation_${state}`;
}
