import type { Database } from "@stsphera/db";
import type { DeputyFor, ObjectRoles, UserActor } from "@stsphera/rbac";

type ActorRow = Omit<UserActor, "kind" | "objectRoles" | "deputyFor"> & {
  objectRoles: ObjectRoles | null;
  deputyFor: DeputyFor[] | null;
};

/** SQL of a user's own roles as JSON, by object; with `only`, on that object alone. */
const rolesOf = (user: string, only = "null") => `
  (select json_object_agg(held.object_id, held.roles)
     from (select r.object_id, json_agg(r.role order by r.role) as roles
             from object_roles r where r.user_id = ${user} and (${only}::integer is null or r.object_id = ${only})
             group by r.object_id) held)`;

/**
 * $2 instant. Days follow the absent user's time zone; rights that a user holds only as a deputy are not passed on.
 */
const actorBy = (column: "telegram_id = $1::bigint" | "id = $1::integer") => `
  select u.id, u.telegram_id::text as "telegramId", u.role, u.status, u.full_name as "fullName", u.locale,
    u.time_zone as "timeZone", ${rolesOf("u.id")} as "objectRoles",
    (select json_agg(json_build_object(
         'principalId', p.id, 'principalName', p.full_name,
         'principalRole', case when d.object_id is null or p.role = 'viewer' then p.role end,
         'objectRoles', coalesce(${rolesOf("p.id", "d.object_id")}, '{}')) order by p.id, d.id)
       from delegations d join users p on p.id = d.principal_id and p.status = 'active'
       where d.deputy_id = u.id and d.ended_at is null
         and d.to_day >= ($2::timestamptz at time zone 'UTC')::date - 1
         and ($2::timestamptz at time zone p.time_zone)::date between d.from_day and d.to_day) as "deputyFor"
  from users u where u.${column}`;

const BY_TELEGRAM_ID = actorBy("telegram_id = $1::bigint");
const BY_ID = actorBy("id = $1::integer");

/**
 * Loads the actor with one prepared statement: status, company role, roles on objects and the users they stand in
 * for. Null for an unknown user. Must be read anew for each request, never cached.
 */
export async function loadActor(
  db: Pick<Database, "read">,
  who: { telegramId: string } | { userId: number },
  now: Date,
): Promise<UserActor | null> {
  const at = now.toISOString();
  const [row] =
    "userId" in who
      ? await db.read<ActorRow>(BY_ID, [who.userId, at])
      : await db.read<ActorRow>(BY_TELEGRAM_ID, [who.telegramId, at]);
  if (row === undefined) return null;
  const { deputyFor, objectRoles, ...person } = row;
  return {
    kind: "user",
    ...person,
    objectRoles: objectRoles ?? {},
    ...(deputyFor === null ? {} : { deputyFor }),
  };
}
