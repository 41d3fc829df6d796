import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import { invalidField, type Tx, type Day } from "../../kernel/index.ts";

const { users } = schema;

export type Proposed = {
  principalId: number;
  deputyId: number;
  objectId: number | null;
  fromDay: Day;
  toDay: Day;
};

/** Refuses a deputy who is the absent user, is not active, or is an observer. */
export async function assertDeputy(tx: Tx, { principalId, deputyId }: Proposed): Promise<void> {
  if (deputyId === principalId) throw invalidField("deputyId", "delegation_to_self");
  const [deputy] = await tx
    .select({ role: users.role, status: users.status })
    .from(users)
    .where(eq(users.id, deputyId));
  if (deputy?.status !== "active") throw invalidField("deputyId", "person_not_active");
  if (deputy.role === "viewer") throw invalidField("deputyId", "deputy_is_viewer");
}

/** Refuses a second deputy for the same user and object, or for all objects, on the same day. */
export async function assertNoOverlap(tx: Tx, asked: Proposed): Promise<void> {
  const [other] = await tx.execute<{ name: string; from: string; to: string }>(sql`
    select u.full_name as name, d.from_day::text as "from", d.to_day::text as "to"
    from delegations d join users u on u.id = d.deputy_id
    where d.principal_id = ${asked.principalId} and d.ended_at is null
      and d.object_id is not distinct from ${asked.objectId}::integer
      and d.from_day <= ${asked.toDay}::date and d.to_day >= ${asked.fromDay}::date
    order by d.from_day limit 1`);
  if (other !== undefined) throw invalidField("fromDay", "delegation_overlaps", { ...other });
}

/** Refuses a cycle of deputies back to the absent user, of any length, on any common day and object. */
export async function assertNoCycle(tx: Tx, asked: Proposed): Promise<void> {
  const { principalId, deputyId, objectId, fromDay, toDay } = asked;
  const [found] = await tx.execute<{ cycle: boolean }>(sql`
    with recursive passed as (
      select ${deputyId}::integer as person, ${objectId}::integer as object_id,
        ${fromDay}::date as from_day, ${toDay}::date as to_day
      union
      select d.deputy_id, coalesce(p.object_id, d.object_id), greatest(p.from_day, d.from_day),
        least(p.to_day, d.to_day)
      from passed p join delegations d on d.principal_id = p.person
      where d.ended_at is null and d.from_day <= p.to_day and d.to_day >= p.from_day
        and (d.object_id is null or p.object_id is null or d.object_id = p.object_id))
    select exists (select from passed where person = ${principalId}) as cycle`);
  if (found?.cycle === true) throw invalidField("deputyId", "delegation_cycle");
}
