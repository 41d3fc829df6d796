import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

/** The requested code if it is free; without one the next `ОБ-<year>-<nn>` of the year. */
export async function objectCode(tx: Tx, asked: string | undefined, year: string): Promise<string> {
  if (asked === undefined) return nextCode(tx, `ОБ-${year}-`);
  const [taken] = await tx.select({ id: objects.id }).from(objects).where(eq(objects.code, asked));
  if (taken !== undefined) throw invalidField("code", "code_taken");
  return asked;
}

/**
 * Serialized by a lock, so that parallel creations get different numbers. When a user has typed the highest possible
 * number, the first free one is used.
 */
async function nextCode(tx: Tx, prefix: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${prefix}, 0))`);
  const [row] = await tx.execute<{ next: number }>(sql`
    with taken as (
      select 0 as number
      union
      select substring(code from ${prefix.length + 1}::integer)::integer from objects
      where starts_with(code, ${prefix}) and substring(code from ${prefix.length + 1}::integer) ~ '^[0-9]{1,6}$')
    select case when max(number) < 999999 then max(number) + 1
      else (select min(t.number) + 1 from taken t where t.number + 1 not in (select number from taken)) end as next
    from taken`);
  return `${prefix}${String(row?.next ?? 1).padStart(2, "0")}`;
}
