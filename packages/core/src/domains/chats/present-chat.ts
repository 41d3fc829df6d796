import type { LinkedChat } from "@stsphera/contracts";
import { sql } from "drizzle-orm";
import { instantText, personRow, type Tx } from "../../kernel/index.ts";

/** Columns of a link `c` whose maker is `u`. */
export const CHAT_COLUMNS = `
  c.id, c.object_id as "objectId", c.title, c.topic, c.muted, ${instantText("c.linked_at")} as "linkedAt",
  ${personRow("u")} as "linkedBy",
  case when c.ended_at is not null then json_build_object('at', ${instantText("c.ended_at")}, 'why', c.end_reason) end
    as ended, c.version`;

export const CHAT_TABLES = "object_chats c join users u on u.id = c.linked_by";

/** Reads a link that was just written. */
export async function readChat(tx: Tx, linkId: number): Promise<LinkedChat> {
  const [row] = await tx.execute<LinkedChat>(
    sql`select ${sql.raw(CHAT_COLUMNS)} from ${sql.raw(CHAT_TABLES)} where c.id = ${linkId}`,
  );
  if (row === undefined) throw new Error("a link of a chat was not stored");
  return row;
}
