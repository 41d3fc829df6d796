import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkMigration } from "./check-migrations.ts";

/** Earlier ones were applied before the rules. */
const FIRST_CHECKED = 26;
const folder = new URL("../migrations/", import.meta.url);

const checked = readdirSync(folder).filter(
  (name) => /^\d{4}_.*\.sql$/.test(name) && Number(name.slice(0, 4)) >= FIRST_CHECKED,
);

test.each(checked)("%s lets the former release work on", (name) => {
  expect(checkMigration(readFileSync(new URL(name, folder), "utf8"))).toEqual([]);
});

const BREAK = "\n--> statement-breakpoint\n";

test.each([
  [
    "a required column without a default",
    'ALTER TABLE "users" ADD COLUMN "a" text NOT NULL;',
    "required column",
  ],
  [
    "a column required at once",
    'ALTER TABLE "users" ALTER COLUMN "a" SET NOT NULL;',
    "requires a column at once",
  ],
  ["an index that blocks writes", 'CREATE INDEX "i" ON "users" USING btree ("a");', "without CONCURRENTLY"],
  ["a unique index that blocks writes", "create unique index i on users (a);", "without CONCURRENTLY"],
  [
    "a constraint that checks all rows",
    'ALTER TABLE "users" ADD CONSTRAINT "c" CHECK (a > 0);',
    "under a lock",
  ],
  [
    "a foreign key that checks all rows",
    "alter table users add constraint c foreign key (a) references b(id);",
    "under a lock",
  ],
  ["a renamed column", 'ALTER TABLE "users" RENAME COLUMN "a" TO "b";', "takes away"],
  ["a renamed table", 'ALTER TABLE "users" RENAME TO "people";', "takes away"],
  ["a dropped column", "-- a note\nalter table users drop column a;", "takes away"],
  ["a dropped table", 'DROP TABLE "users" CASCADE;', "takes away"],
  ["a changed type", 'ALTER TABLE "users" ALTER COLUMN "a" SET DATA TYPE bigint;', "takes away"],
  ["a mixed file", `create index concurrently i on users (a);${BREAK}update users set a = 1;`, "mixes"],
])("refused: %s", (_what, text, problem) => {
  expect(checkMigration(text)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ["a column that may be empty", 'ALTER TABLE "users" ADD COLUMN "a" text;'],
  ["a required column with a default", 'ALTER TABLE "users" ADD COLUMN "a" integer DEFAULT 0 NOT NULL;'],
  [
    "concurrent indexes",
    `CREATE INDEX CONCURRENTLY "i" ON "users" ("a");${BREAK}drop index concurrently if exists j;`,
  ],
  [
    "a new table with its index and key",
    `CREATE TABLE "a" ("id" integer NOT NULL);${BREAK}ALTER TABLE "a" ADD CONSTRAINT "c" FOREIGN KEY ("id") REFERENCES "users"("id");${BREAK}CREATE INDEX "i" ON "a" USING btree ("id");`,
  ],
  ["a constraint checked later", "alter table users add constraint c check (a > 0) not valid;"],
  ["what nothing reads", "-- unread since 0009\ndrop table task_files;"],
])("allowed: %s", (_what, text) => expect(checkMigration(text)).toEqual([]));
