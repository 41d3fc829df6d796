import type { Database } from "@stsphera/db";

export type PersonContacts = {
  id: number;
  fullName: string;
  phone: string | null;
  username: string | null;
};

/** A person by id, whatever his status. Throws for an id that nobody has. */
export async function readPersonContacts(db: Database, userId: number): Promise<PersonContacts> {
  const [person] = await db.read<PersonContacts>(
    `select id, full_name as "fullName", phone, username from users where id = $1`,
    [userId],
  );
  if (person === undefined) throw new Error(`nobody has the id ${userId}`);
  return person;
}
