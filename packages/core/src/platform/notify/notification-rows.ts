import { formatDeepLink } from "@stsphera/telegram";
import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import type { Notification } from "./plan-notifications.ts";

/** What an event makes of a user's row in the notification centre. */
export type RowChange = Pick<
  Notification,
  | "key"
  | "type"
  | "category"
  | "priority"
  | "objectId"
  | "entityType"
  | "entityId"
  | "deepLink"
  | "unread"
  | "did"
  | "news"
  | "behalfOf"
> & { userId: number; title: string; text: string };

type Subject = Pick<Notification, "key" | "reader">;
const keyText = (userId: number, key: string): string => `${userId}:${key}`;

/** Names a user's row. */
export const keyOf = ({ key, reader }: Subject): string => keyText(reader.id, key);

/** Which of these rows exist. */
export async function readKnown(tx: Tx, subjects: readonly Subject[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set();
  const asked = JSON.stringify(subjects.map(({ key, reader }) => ({ user: reader.id, key })));
  const rows = await tx.execute<{ userId: number; key: string }>(sql`
    select n.user_id as "userId", n.key
    from jsonb_to_recordset((${asked}::text)::jsonb) as w ("user" int, key text)
    join notifications n on n.user_id = w."user" and n.key = w.key`);
  return new Set(rows.map(({ userId, key }) => keyText(userId, key)));
}

/**
 * Creates or updates the rows, in the order of the changes: the last one of a row stands. Returns their ids by the names
 * of `keyOf`.
 */
export async function storeNotifications(
  tx: Tx,
  changes: readonly RowChange[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = [...merged(changes).values()];
  const marked = await upsert(
    tx,
    rows.filter(({ unread, did }) => unread || did),
    now,
    true,
  );
  const kept = await upsert(
    tx,
    rows.filter(({ unread, did }) => !unread && !did),
    now,
    false,
  );
  const stored = [...marked, ...kept];
  await linkToThemselves(
    tx,
    stored.filter(({ deepLink }) => deepLink === "").map(({ id }) => id),
  );
  return new Map(stored.map(({ id, userId, key }) => [keyText(userId, key), id]));
}

/** The changes of one row in one: what a later one leaves as it was read, an earlier one decides. */
function merged(changes: readonly RowChange[]): Map<string, RowChange> {
  const rows = new Map<string, RowChange>();
  for (const change of changes) {
    const name = keyText(change.userId, change.key);
    const before = rows.get(name);
    const silent = !change.unread && !change.did;
    rows.set(
      name,
      silent && before !== undefined ? { ...change, unread: before.unread, did: before.did } : change,
    );
  }
  return rows;
}

type Stored = { id: number; userId: number; key: string; deepLink: string };

/** `marks`: the rows say whether they were read; otherwise an existing row keeps that. A new row that is no news is read. */
async function upsert(tx: Tx, rows: readonly RowChange[], now: Date, marks: boolean): Promise<Stored[]> {
  if (rows.length === 0) return [];
  const at = now.toISOString();
  const given = rows.map(({ deepLink, news, behalfOf, ...row }) => ({
    ...row,
    deepLink: deepLink === null ? "" : formatDeepLink(deepLink),
    payload: { news, ...(behalfOf === null ? {} : { behalfOf }) },
  }));
  return tx.execute<Stored>(sql`
    insert into notifications as n (user_id, key, type, category, priority, title, text, object_id, entity_type, entity_id,
      deep_link, payload, read_at, created_at, updated_at)
    select "userId", key, type, category, priority, title, text, "objectId", "entityType", "entityId",
      "deepLink", payload, case when not unread then ${at}::timestamptz end, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset((${JSON.stringify(given)}::text)::jsonb) as w ("userId" int, key text, type text, category text,
      priority text, title text, text text, "objectId" int, "entityType" text, "entityId" int, "deepLink" text,
      payload jsonb, unread boolean)
    order by "userId", key
    on conflict (user_id, key) do update set type = excluded.type, priority = excluded.priority,
      object_id = excluded.object_id, title = excluded.title, text = excluded.text, payload = excluded.payload,
      deep_link = case when excluded.deep_link = '' then n.deep_link else excluded.deep_link end,
      updated_at = excluded.updated_at, read_at = case when ${marks} then excluded.read_at else n.read_at end
    returning n.id, n.user_id as "userId", n.key, n.deep_link as "deepLink"`);
}

/** Rows that lead nowhere else open themselves. */
async function linkToThemselves(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const links = JSON.stringify(ids.map((id) => ({ id, link: formatDeepLink({ kind: "notification", id }) })));
  await tx.execute(sql`
    update notifications n set deep_link = w.link
    from jsonb_to_recordset((${links}::text)::jsonb) as w (id int, link text) where n.id = w.id`);
}
