import type { Locale, NotificationCategory } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import type { Recipient } from "./told.ts";

/** Who is told, with his wishes about messages. */
const FIELDS = `u.id, u.telegram_id::text as "telegramId", u.locale, coalesce(s.muted, '{}') as muted`;
const TABLES = `users u left join notification_settings s on s.user_id = u.id`;
/** An observer by his company role manages nothing, whatever role he was left with on an object. */
const WORKS = `u.status = 'active' and u.role <> 'viewer'`;

const PROJECT_MANAGERS = `
  select ${FIELDS} from ${TABLES} join object_roles r on r.user_id = u.id
  where r.object_id = $1 and r.role = 'project_manager' and ${WORKS} order by u.id`;

const ADMINS = `select ${FIELDS} from ${TABLES} where u.role = 'admin' and u.status = 'active' order by u.id`;

const PERSON = `
  select ${FIELDS}, u.full_name as "fullName", u.phone, u.username, u.role from ${TABLES} where u.id = $1`;

const ACTIVE = `select ${FIELDS} from ${TABLES} where u.id = any($1::int[]) and u.status = 'active' order by u.id`;

const ON_OBJECT = `
  select ${FIELDS}, u.full_name as "fullName", u.role, u.time_zone as "timeZone",
    coalesce((select json_agg(r.role) from object_roles r where r.object_id = $1 and r.user_id = u.id), '[]') as roles
  from ${TABLES}
  where u.status = 'active' and (u.id = any($2::int[]) or u.role <> 'viewer'
    and u.id in (select r.user_id from object_roles r where r.object_id = $1 and r.role = 'project_manager'))
  order by u.id`;

export type Person = Recipient & {
  fullName: string;
  phone: string | null;
  username: string | null;
  role: string | null;
};

/** A person as he stands on one object: whom to write to, and as whom his rights are judged. */
export type Member = { recipient: Recipient; actor: UserActor; roles: readonly Role[] };

type MemberRow = Recipient & {
  fullName: string;
  role: Role | null;
  timeZone: string;
  roles: Role[];
  locale: Locale;
  muted: NotificationCategory[];
};

/** The active РП of an object. */
export const readProjectManagers = (db: Database, objectId: number) =>
  db.read<Recipient>(PROJECT_MANAGERS, [objectId]);

export const readAdmins = (db: Database) => db.read<Recipient>(ADMINS, []);

/** Those of the people who are active. */
export const readActive = (db: Database, userIds: readonly number[]) => db.read<Recipient>(ACTIVE, [userIds]);

/** A person by id, whatever his status. Throws for an id that nobody has. */
export async function readPerson(db: Database, userId: number): Promise<Person> {
  const [person] = await db.read<Person>(PERSON, [userId]);
  if (person === undefined) throw new Error(`nobody has the id ${userId}`);
  return person;
}

/** The active РП of an object and those of the people who are active, with their own roles there. */
export async function readMembers(
  db: Database,
  objectId: number,
  userIds: readonly number[],
): Promise<Member[]> {
  const rows = await db.read<MemberRow>(ON_OBJECT, [objectId, userIds]);
  return rows.map(({ fullName, role, timeZone, roles, ...recipient }) => ({
    recipient,
    roles,
    actor: {
      kind: "user",
      id: recipient.id,
      telegramId: recipient.telegramId,
      role,
      status: "active",
      objectRoles: { [objectId]: roles },
      fullName,
      locale: recipient.locale,
      timeZone,
    },
  }));
}
