import type { ObjectStatus } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { loadActor } from "../../kernel/index.ts";
import { readableBy, readableSql } from "../notifications/index.ts";

/** A message to a user, or a copy to a linked chat; those without a notification answer what the user did. */
type Addressed = { userId: number | null; notificationId: number | null; chatLinkId: number | null };

/** $1 link · $2 states in which an object is over */
const LINKED = `
  select from object_chats c join objects o on o.id = c.object_id
  where c.id = $1::int and c.ended_at is null and o.status <> all ($2::text[])`;
const OVER: readonly ObjectStatus[] = ["closed", "archived"];

const OF_THEMSELVES = `n.entity_type = 'user' and n.entity_id = $2::int`;

/** SQL of whether a notification `n` may be read now: $2 user · $3 whether the user works here · $4 to $7 what they may read */
export const READABLE_NOW = `case when $3::boolean
    then ${readableSql({ own: "$4", working: "$5", bound: "$6", held: "$7" })} else ${OF_THEMSELVES} end`;

/** The values of $3 to $7. */
export function readableNow(actor: UserActor): unknown[] {
  const { own, working, bound, held } = readableBy(actor);
  return [actor.status === "active", own, working, bound, held];
}

/** $1 notification */
const STATEMENT = `select from notifications n where n.id = $1::int and ${READABLE_NOW}`;

/**
 * Whether the addressee of a message may read now what it tells. Messages wait for the morning, for Telegram, for a
 * repeat; who has left meanwhile is told of their own access alone.
 */
export async function mayStillRead(
  db: Pick<Database, "read">,
  { userId, notificationId, chatLinkId }: Addressed,
  now: Date,
): Promise<boolean> {
  if (chatLinkId !== null) return (await db.read(LINKED, [chatLinkId, OVER])).length > 0;
  if (userId === null || notificationId === null) return true;
  const actor = await loadActor(db, { userId }, now);
  if (actor === null) return false;
  return (await db.read(STATEMENT, [notificationId, userId, ...readableNow(actor)])).length > 0;
}
