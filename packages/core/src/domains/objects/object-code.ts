import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { objects } = schema;

/** The code asked for, when nobody has it; else the next `ОБ-<year>-<nn>` of the year. */
export async function objectCode(tx: Tx, asked: string | undefined, year: string): Promise<string> {
  if (asked === undefined) return nextCode(tx, `ОБ-${year}-`);
  const [taken] = await tx.select({ id: objects.id }).from(objects).where(eq(objects.code, asked));
  if (taken !== undefined) throw invalidField("code", "code_taken");
  return asked;
}

/**
 * Two objects made at once wait for each other, so that both get a number of their own. Behind the last number that a
 * code has room for, which somebody may have typed, the first free one is next.
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
