import type { Database } from "@stsphera/db";
import type { Recipient } from "./told.ts";

const FIELDS = `u.id, u.telegram_id::text as "telegramId", u.locale`;

const PROJECT_MANAGERS = `
  select ${FIELDS} from users u join object_roles r on r.user_id = u.id
  where r.object_id = $1 and r.role = 'project_manager' and u.status = 'active' order by u.id`;

const ADMINS = `select ${FIELDS} from users u where u.role = 'admin' and u.status = 'active' order by u.id`;

const PERSON = `
  select ${FIELDS}, u.full_name as "fullName", u.phone, u.username, u.role from users u where u.id = $1`;

export type Person = Recipient & {
  fullName: string;
  phone: string | null;
  username: string | null;
  role: string | null;
};

/** The active РП of an object. */
export const readProjectManagers = (db: Database, objectId: number) =>
  db.read<Recipient>(PROJECT_MANAGERS, [objectId]);

export const readAdmins = (db: Database) => db.read<Recipient>(ADMINS, []);

/** A person by id, whatever his status. Throws for an id that nobody has. */
export async function readPerson(db: Database, userId: number): Promise<Person> {
  const [person] = await db.read<Person>(PERSON, [userId]);
  if (person === undefined) throw new Error(`nobody has the id ${userId}`);
  return person;
}
