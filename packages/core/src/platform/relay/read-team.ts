import type { Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import type { Recipient } from "./told.ts";

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

/** The invitation that brought a person, that of the id or the last one; null without any. */
export async function readUsedInvitation(
  db: Database,
  userId: number,
  invitationId: number | null = null,
): Promise<UsedInvitation | null> {
  const [used] = await db.read<UsedInvitation>(USED, [userId, invitationId]);
  return used ?? null;
}

export type ToldDelegation = {
  principalId: number;
  principal: string;
  deputyId: number;
  deputy: string;
  fromDay: string;
  toDay: string;
  objectId: number | null;
  objectName: string | null;
  ended: boolean;
};

const DELEGATION = `
  select d.principal_id as "principalId", p.full_name as principal, d.deputy_id as "deputyId", s.full_name as deputy,
    d.from_day::text as "fromDay", d.to_day::text as "toDay", d.object_id as "objectId", o.name as "objectName",
    d.ended_at is not null as ended
  from delegations d join users p on p.id = d.principal_id join users s on s.id = d.deputy_id
    left join objects o on o.id = d.object_id
  where d.id = $1`;

/** Who stands in for whom. Throws for what is not there. */
export async function readDelegation(db: Database, id: number): Promise<ToldDelegation> {
  const [delegation] = await db.read<ToldDelegation>(DELEGATION, [id]);
  if (delegation === undefined) throw new Error(`there is no delegation ${id}`);
  return delegation;
}

/** Each person once, as he comes first. */
export const onceEach = (recipients: readonly Recipient[]): Recipient[] =>
  recipients.filter((one, at) => recipients.findIndex((other) => other.id === one.id) === at);
