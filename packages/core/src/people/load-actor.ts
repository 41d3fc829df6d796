import type { Database } from "@stsphera/db";
import type { ObjectRoles, UserActor } from "@stsphera/rbac";

type ActorRow = Omit<UserActor, "kind" | "objectRoles"> & { objectRoles: ObjectRoles | null };

const actorBy = (column: "telegram_id = $1::bigint" | "id = $1::integer") => `
  select u.id, u.telegram_id::text as "telegramId", u.role, u.status, u.full_name as "fullName", u.locale,
    u.time_zone as "timeZone",
    (select json_object_agg(held.object_id, held.roles)
       from (select r.object_id, json_agg(r.role order by r.role) as roles
               from object_roles r where r.user_id = u.id group by r.object_id) held) as "objectRoles"
  from users u where u.${column}`;

const BY_TELEGRAM_ID = actorBy("telegram_id = $1::bigint");
const BY_ID = actorBy("id = $1::integer");

/**
 * Who asks, as the database says at this moment: status, company role and roles on objects in one prepared statement.
 * Null for a person it does not know. Nothing of it may be kept for the next request.
 */
export async function loadActor(
  db: Database,
  who: { telegramId: string } | { userId: number },
): Promise<UserActor | null> {
  const [row] =
    "userId" in who
      ? await db.read<ActorRow>(BY_ID, [who.userId])
      : await db.read<ActorRow>(BY_TELEGRAM_ID, [who.telegramId]);
  return row === undefined ? null : { kind: "user", ...row, objectRoles: row.objectRoles ?? {} };
}
