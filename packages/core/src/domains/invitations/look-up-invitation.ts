import { invitationCode, type InvitationState } from "@stsphera/contracts";
import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { comesInAtOnce, invitationRefusal, invitationState } from "./invitation-rules.ts";

/** What a link offers before it is used. */
export type InvitationCard = {
  invitationId: number;
  objectId: number;
  objectName: string;
  role: Role;
  crewName: string | null;
  invitedBy: string;
  immediate: boolean;
  state: InvitationState;
  /** Key of the message why it cannot be used; null when it can. */
  refusal: string | null;
};

type Row = Omit<InvitationCard, "immediate" | "state" | "refusal"> & {
  status: ObjectStatus;
  uses: number;
  maxUses: number;
  expiresAt: Date;
  revokedAt: Date | null;
};

const CARD = `
  select i.id as "invitationId", i.object_id as "objectId", o.name as "objectName", o.status, i.role,
    (select c.name from crews c where c.id = i.crew_id) as "crewName", m.full_name as "invitedBy",
    i.uses, i.max_uses as "maxUses", i.expires_at as "expiresAt", i.revoked_at as "revokedAt"
  from invitations i join objects o on o.id = i.object_id join users m on m.id = i.created_by
  where i.code = $1`;

/** The invitation of a code; null for an unknown code. Anyone with the link may read what it offers. */
export async function lookUpInvitation(
  db: Database,
  code: string,
  now: Date,
): Promise<InvitationCard | null> {
  if (!invitationCode.safeParse(code).success) return null;
  const [row] = await db.read<Row>(CARD, [code]);
  if (row === undefined) return null;
  const { status, uses, maxUses, expiresAt, revokedAt, ...card } = row;
  const limits = { uses, maxUses, expiresAt: new Date(expiresAt), revokedAt };
  return {
    ...card,
    immediate: comesInAtOnce(card.role),
    state: invitationState(limits, now),
    refusal: invitationRefusal(limits, { status }, now),
  };
}
