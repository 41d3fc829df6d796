import { createTestWorld, type World } from "@stsphera/core/testing";
import { RETENTION } from "@stsphera/core/maintenance";
import { APPLICATION_ROLE } from "@stsphera/db/application-role";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oldRows } from "./clean-up.ts";

let world: World;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const limited = Object.entries(RETENTION).flatMap(([table, one]) =>
  typeof one === "string" ? [] : [{ table, ...one }],
);

test("every table says how long its rows are kept", async () => {
  const tables = await world.db.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by relname collate "C"`;
  expect(Object.keys(RETENTION).toSorted()).toEqual(tables.map(({ name }) => name));
});

test("the services may delete exactly what grows old among other rights", async () => {
  for (const { table } of limited) {
    const [row] = await world.db
      .sql`select has_table_privilege(${APPLICATION_ROLE}, ${table}, 'delete') as may`;
    expect(row, table).toEqual({ may: true });
  }
  for (const table of Object.keys(RETENTION).filter((one) => RETENTION[one] === "history")) {
    const [row] = await world.db
      .sql`select has_table_privilege(${APPLICATION_ROLE}, ${table}, 'delete') as may`;
    expect(row, table).toEqual({ may: false });
  }
});

test.each(limited)("old rows of $table are found by an index", async ({ table, old }) => {
  const plan = await world.db.sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    await tx`set local enable_bitmapscan = off`;
    // In a table of a few rows a walk of two indexes side by side is as cheap.
    await tx`set local enable_mergejoin = off`;
    const text = oldRows(table, old).replaceAll("$1", "'2026-01-01'::timestamptz");
    return tx.unsafe<{ "QUERY PLAN": string }[]>(`explain ${text}`);
  });
  const lines = plan.map((line) => line["QUERY PLAN"]);
  const scan = lines.findIndex((line) => / on (?:public\.)?/.test(line) && line.includes(` on ${table} t`));
  expect(lines[scan], lines.join("\n")).toMatch(/Index (Only )?Scan/);
  expect(lines[scan + 1], lines.join("\n")).toMatch(/Index Cond: .*2026-01-01/);
});
