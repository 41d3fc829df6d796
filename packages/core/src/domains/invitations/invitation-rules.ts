import { randomBytes } from "node:crypto";
import type { InvitationState } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { type ObjectRow, isChangeable } from "../objects/index.ts";

export type InvitationRow = typeof schema.invitations.$inferSelect;
type Described = Pick<InvitationRow, "revokedAt" | "expiresAt" | "uses" | "maxUses">;

/** Roles that join at once, from the narrowest to the widest; others wait for an admin. */
const IMMEDIATE: readonly Role[] = ["installer", "geodesist", "construction_itr"];

export const comesInAtOnce = (role: Role): boolean => IMMEDIATE.includes(role);

/** Whether a role is wider on site than an account's own: a link poster must not promote who reads it. */
export const isWider = (role: Role, companyRole: Role | null): boolean =>
  companyRole !== null &&
  comesInAtOnce(companyRole) &&
  comesInAtOnce(role) &&
  IMMEDIATE.indexOf(role) > IMMEDIATE.indexOf(companyRole);

/** A random code of 22 characters. */
export const newInvitationCode = (): string => randomBytes(16).toString("base64url");

/** The state of a link at an instant. */
export function invitationState(row: Described, now: Date): InvitationState {
  if (row.revokedAt !== null) return "revoked";
  if (row.expiresAt <= now) return "expired";
  return row.uses >= row.maxUses ? "used_up" : "open";
}

/** Why a link cannot be used; null when it can. */
export function invitationRefusal(
  row: Described,
  object: Pick<ObjectRow, "status">,
  now: Date,
): RefusalCode | null {
  const state = invitationState(row, now);
  if (state === "open") return isChangeable(object.status) ? null : "object_is_over";
  return `invitation_${state}`;
}
