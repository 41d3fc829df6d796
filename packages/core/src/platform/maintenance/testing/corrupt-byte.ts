import type { Orm } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "../../../kernel/index.ts";

const CHARACTERS = '0123456789abcdefxyzЖ "{}[]:,.-+';

/** Where a byte is changed: one column of one row. */
export type Place = { table: string; column: string; type: string; key: string; id: number };

/** Every column of a table with its type. */
export async function columnsOf(orm: Orm, table: string): Promise<{ column: string; type: string }[]> {
  return orm.execute<{ column: string; type: string }>(sql`
    select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`);
}

function otherText(text: string | null, random: () => number): string | null {
  const character = CHARACTERS[Math.floor(random() * CHARACTERS.length)] ?? "0";
  if (text === null) return random() < 0.5 ? `{"a": ${character}}` : character;
  const at = Math.floor(random() * text.length);
  const kind = random();
  if (kind < 0.6) return text.slice(0, at) + character + text.slice(at + 1);
  if (kind < 0.8) return text.slice(0, at) + character + text.slice(at);
  return kind < 0.95 ? text.slice(0, at) + text.slice(at + 1) : null;
}

/** Changes one character of the column's text until PostgreSQL accepts it and stores a different value. */
export async function corruptByte(tx: Tx, place: Place, random: () => number): Promise<void> {
  const { table, column, type, key, id } = place;
  const name = sql.identifier(column);
  const [row] = await tx.execute<{ text: string | null }>(
    sql`select ${name}::text as text from ${sql.identifier(table)} where ${sql.identifier(key)} = ${id}`,
  );
  if (row === undefined) throw new Error(`${table} ${id} is not there`);
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const changed = otherText(row.text, random);
    const accepted = await tx
      .transaction(async (inner) => {
        const written = await inner.execute(sql`
          update ${sql.identifier(table)} set ${name} = (${changed}::text)::${sql.raw(type)}
          where ${sql.identifier(key)} = ${id} and (${changed}::text)::${sql.raw(type)}::text is distinct from ${name}::text
          returning 1`);
        return written.length === 1;
      })
      .catch((error: unknown) => {
        // Not a valid value of this type, or not unique: try another change.
        if (error instanceof Error && /^(22|23)/.test(stateIn(error))) return false;
        throw error;
      });
    if (accepted) return;
  }
  throw new Error(`no other value was found for ${table}.${column}`);
}

function stateIn(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
