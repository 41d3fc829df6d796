import { schema } from "@stsphera/db";
import { is } from "drizzle-orm";
import { type PgColumn, getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { type Held, PERSONAL_DATA, PLAIN_COLUMNS } from "./registry.ts";

const TABLES = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableConfig(one)] : []));
const nameOf = ({ name }: Pick<PgColumn, "name">) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const TELLING =
  /(?:^|_)(?:name|phone|username|lead|address|browser|customer|notes|caption|words|text|reason|title|payload|params|actions|state|data|before|after|result|value|details|error|silent|mentions|scope|user_ids)$/;
const isTelling = (column: PgColumn) =>
  TELLING.test(nameOf(column)) && /^(?:text|jsonb|integer\[\])$/.test(column.getSQLType());
const isTelegramId = (column: PgColumn) =>
  /(?:^|_)(?:chat|telegram|user)_id$/.test(nameOf(column)) && column.getSQLType() === "bigint";

/** Words of nobody but their author, who alone changes them. */
const OWN_WORDS = ["object_drafts"];

const NOTHING: Held = { people: [], erased: "kept", why: "", out: null };

describe.each(TABLES)("$name", ({ name, columns, foreignKeys }) => {
  const held = PERSONAL_DATA[name] ?? NOTHING;

  test("declares every reference to an account", () => {
    const found = foreignKeys.flatMap((key) => {
      const { foreignTable, columns: from } = key.reference();
      return getTableConfig(foreignTable).name === "users" ? from.map(nameOf) : [];
    });
    expect([...held.people].toSorted()).toEqual(found.toSorted());
  });

  test("declares every Telegram id", () => {
    expect([...(held.chats ?? [])].toSorted()).toEqual(columns.filter(isTelegramId).map(nameOf).toSorted());
  });

  test("declares every column with words", () => {
    const plain = (column: string) => PLAIN_COLUMNS.includes(`${name}.${column}`);
    const telling = columns.filter(isTelling).map(nameOf);
    expect(telling.filter((column) => !plain(column) && held.words?.includes(column) !== true)).toEqual([]);
  });

  test("says whose object its words belong to, if they are changed later", () => {
    const names = columns.map(nameOf);
    const changes =
      names.includes("version") &&
      names.includes("object_id") &&
      held.out !== null &&
      !OWN_WORDS.includes(name);
    expect(changes && held.words !== undefined && held.living === undefined).toBe(false);
  });

  test("names a column for the object of its words", () => {
    const [, column] = /^t\.(\w+)$/.exec(held.living ?? "") ?? [];
    expect(column === undefined || columns.map(nameOf).includes(column)).toBe(true);
    expect(held.living !== undefined && held.words === undefined).toBe(false);
  });

  test("exports no money: what an object earns is seen by a right, not by having written the row", () => {
    const money = columns.filter((column) => column.getSQLType() === "numeric(18, 2)").map(nameOf);
    const taken = held.out?.columns ?? "";
    const isTaken = (column: string) => taken === "t.*" || new RegExp(`\\bt\\.${column}\\b`).test(taken);
    expect(money.filter(isTaken)).toEqual([]);
  });

  test("names no column that is not there", () => {
    const known = new Set(columns.map(nameOf));
    const named = [...held.people, ...(held.chats ?? []), ...(held.words ?? [])];
    expect(named.filter((column) => !known.has(column))).toEqual([]);
  });
});

test("no table is declared that is not there, and each says why", () => {
  const known = new Set(TABLES.map(({ name }) => name));
  expect(Object.keys(PERSONAL_DATA).filter((name) => !known.has(name))).toEqual([]);
  expect(Object.values(PERSONAL_DATA).filter(({ why }) => why.length < 8)).toEqual([]);
});
