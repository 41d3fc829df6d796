import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase, type Database } from "./client.ts";
import { workTypes } from "./schema/index.ts";
import { createTestDatabase } from "./testing.ts";

let cloned: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;

beforeEach(async () => {
  cloned = await createTestDatabase();
  database = createDatabase(cloned.url, { max: 1 });
});

afterEach(async () => {
  await database.close();
  await cloned.drop();
});

const keptOnConnection = sql`select statement from pg_prepared_statements`;

test("Drizzle's statements are kept prepared, in a transaction and outside of one", async () => {
  await database.orm
    .select({ id: workTypes.id })
    .from(workTypes)
    .where(sql`${workTypes.code} = ${"ГЕО"}`);
  const kept = await database.orm.transaction(async (tx) => {
    await tx
      .update(workTypes)
      .set({ sort: 11 })
      .where(sql`${workTypes.code} = ${"ГЕО"}`);
    return tx.execute<{ statement: string }>(keptOnConnection);
  });
  const texts = kept.map(({ statement }) => statement);
  expect(texts.some((text) => text.startsWith("select"))).toBe(true);
  expect(texts.some((text) => text.startsWith('update "work_types"'))).toBe(true);
});

test("a statement with a long list of values is not kept prepared", async () => {
  const codes = Array.from({ length: 60 }, (_, at) => sql`${`W${at}`}`);
  await database.orm.execute(sql`select 1 where 'ГЕО' in (${sql.join(codes, sql`, `)})`);
  const kept = await database.orm.execute<{ statement: string }>(keptOnConnection);
  expect(kept.filter(({ statement }) => statement.startsWith("select 1"))).toEqual([]);
});
