import type { Database } from "@stsphera/db";

export type PersonContacts = {
  id: number;
  fullName: string;
  phone: string | null;
  username: string | null;
};

/** A user by id, whatever their status. Throws for an unknown id. */
export async function readPersonContacts(db: Database, userId: number): Promise<PersonContacts> {
  const [person] = await db.read<PersonContacts>(
    `select id, full_name as "fullName", phone, username from users where id = $1`,
    [userId],
  );
  if (person === undefined) throw new Error(`nobody has the id ${userId}`);
  return person;
}
