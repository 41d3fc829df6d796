import type { Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";

/** The invitation that somebody used last. */
export type UsedInvitation = {
  role: Role;
  objectId: number;
  objectName: string;
  invitedById: number;
  invitedBy: string;
};

const USED = `
  select i.role, i.object_id as "objectId", o.name as "objectName", i.created_by as "invitedById",
    u.full_name as "invitedBy"
  from invitation_uses x join invitations i on i.id = x.invitation_id join objects o on o.id = i.object_id
    join users u on u.id = i.created_by
  where x.user_id = $1 and ($2::int is null or i.id = $2)
  order by x.used_at desc, i.id desc limit 1`;

/** The invitation a user came by: the one with the id, else their last one; null without any. */
export async function readUsedInvitation(
  db: Database,
  userId: number,
  invitationId: number | null = null,
): Promise<UsedInvitation | null> {
  const [used] = await db.read<UsedInvitation>(USED, [userId, invitationId]);
  return used ?? null;
}
