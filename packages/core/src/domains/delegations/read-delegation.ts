import type { Database } from "@stsphera/db";

export type DelegationDays = {
  id: number;
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
  select d.id, d.principal_id as "principalId", p.full_name as principal, d.deputy_id as "deputyId",
    s.full_name as deputy, d.from_day::text as "fromDay", d.to_day::text as "toDay", d.object_id as "objectId",
    o.name as "objectName", d.ended_at is not null as ended
  from delegations d join users p on p.id = d.principal_id join users s on s.id = d.deputy_id
    left join objects o on o.id = d.object_id
  where d.id = $1`;

/** Reads a delegation with names. Throws when there is none with the id. */
export async function readDelegation(db: Database, id: number): Promise<DelegationDays> {
  const [delegation] = await db.read<DelegationDays>(DELEGATION, [id]);
  if (delegation === undefined) throw new Error(`there is no delegation ${id}`);
  return delegation;
}
