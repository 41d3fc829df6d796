import type { Database } from "@stsphera/db";
import type { DeputyFor, ObjectRoles, UserActor } from "@stsphera/rbac";

type ActorRow = Omit<UserActor, "kind" | "objectRoles" | "deputyFor" | "gaveSessionsTo"> & {
  objectRoles: ObjectRoles | null;
  deputyFor: DeputyFor[] | null;
  gaveSessionsTo: number[] | null;
};

/**
 * An admin does not decide on the work of a user who signed in by their link within this time, nor does a session that
 * the admin's link began: two links must not make one person of two.
 */
const GIVEN_FOR = "interval '30 days'";

/** SQL of a user's own roles as JSON, by object; with `only`, on that object alone. */
const rolesOf = (user: string, only = "null") => `
  (select json_object_agg(held.object_id, held.roles)
     from (select r.object_id, json_agg(r.role order by r.role) as roles
             from object_roles r where r.user_id = ${user} and (${only}::integer is null or r.object_id = ${only})
             group by r.object_id) held)`;

/**
 * $2 instant. Days follow the absent user's time zone; rights that a user holds only as a deputy are not passed on.
 */
const actorBy = (
  column: "telegram_id = $1::bigint" | "id = $1::integer",
  more = { columns: "", join: "", maker: "u.id" },
) => `
  select u.id, u.telegram_id::text as "telegramId", u.role, u.status, u.full_name as "fullName", u.locale,
    u.time_zone as "timeZone", ${rolesOf("u.id")} as "objectRoles",
    (select json_agg(json_build_object(
         'principalId', p.id, 'principalName', p.full_name,
         'principalRole', case when d.object_id is null or p.role = 'viewer' then p.role end,
         'objectRoles', coalesce(${rolesOf("p.id", "d.object_id")}, '{}')) order by p.id, d.id)
       from delegations d join users p on p.id = d.principal_id and p.status = 'active'
       where d.deputy_id = u.id and d.ended_at is null
         and d.to_day >= ($2::timestamptz at time zone 'UTC')::date - 1
         and ($2::timestamptz at time zone p.time_zone)::date between d.from_day and d.to_day) as "deputyFor",
    (select json_agg(distinct l.user_id) from sign_in_links l
       where l.made_by in (u.id, ${more.maker}) and l.made_by <> l.user_id
         and l.used_at > $2::timestamptz - ${GIVEN_FOR}) as "gaveSessionsTo"${more.columns}
  from users u ${more.join} where u.${column} and u.status <> 'erased'`;

const BY_TELEGRAM_ID = actorBy("telegram_id = $1::bigint");
const BY_ID = actorBy("id = $1::integer");
/** $3 session, which must be the user's and still open. */
const BY_SESSION = actorBy("id = $1::integer", {
  columns: `, json_build_object('id', s.id, 'givenBy', s.given_by) as session`,
  join: `join sessions s on s.id = $3::integer and s.user_id = u.id and s.ended_at is null
    and s.expires_at > $2::timestamptz`,
  maker: "s.given_by",
});

/** How an actor is loaded anew: with the session of the request, if there is one. */
export const sameActor = ({ id, session }: UserActor): { userId: number; sessionId?: number } => ({
  userId: id,
  ...(session === undefined ? {} : { sessionId: session.id }),
});

/**
 * Loads the actor with one prepared statement: status, company role, roles on objects and the users they stand in
 * for, and the session of the request. Null for an unknown or erased user, or a session that has ended. Must be read anew for each request, never cached.
 */
export async function loadActor(
  db: Pick<Database, "read">,
  who: { telegramId: string } | { userId: number; sessionId?: number },
  now: Date,
): Promise<UserActor | null> {
  const at = now.toISOString();
  const [row] = await readRow(db, who, at);
  if (row === undefined) return null;
  const { deputyFor, objectRoles, gaveSessionsTo, ...person } = row;
  return {
    kind: "user",
    ...person,
    objectRoles: objectRoles ?? {},
    ...(deputyFor === null ? {} : { deputyFor }),
    ...(gaveSessionsTo === null ? {} : { gaveSessionsTo }),
  };
}

function readRow(
  db: Pick<Database, "read">,
  who: { telegramId: string } | { userId: number; sessionId?: number },
  at: string,
): Promise<ActorRow[]> {
  if ("telegramId" in who) return db.read<ActorRow>(BY_TELEGRAM_ID, [who.telegramId, at]);
  if (who.sessionId === undefined) return db.read<ActorRow>(BY_ID, [who.userId, at]);
  return db.read<ActorRow>(BY_SESSION, [who.userId, at, who.sessionId]);
}
