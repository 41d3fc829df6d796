import { expect, test } from "vitest";
import "./english.ts";

const modules = import.meta.glob(["./*-words.ts", "../../{kit,features}/**/*-words.ts"], { eager: true });
const dictionaries = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module as Record<string, { ru: object; en: object }>).map(([name, words]) => ({
    name: `${path} ${name}`,
    ...words,
  })),
);

function leaves(node: object, path = ""): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? leaves(value, `${path}.${key}`)
      : [[`${path}.${key}`, value]],
  );
}

test("there is a dictionary for every part of the app", () => {
  expect(dictionaries.length).toBeGreaterThanOrEqual(8);
});

test.each(dictionaries)("$name has the same keys in both languages, none empty", ({ ru, en }) => {
  const keysOf = (node: object) => leaves(node).map(([key]) => key);
  expect(keysOf(en)).toEqual(keysOf(ru));
  for (const [key, value] of [...leaves(ru), ...leaves(en)]) {
    expect(typeof value === "function" || (typeof value === "string" && value.trim() !== ""), key).toBe(true);
  }
});

test.each(dictionaries)("$name keeps Cyrillic out of its English part but for names", ({ en }) => {
  const named = new Set([".languages.ru"]);
  for (const [key, value] of leaves(en)) {
    if (typeof value === "string" && !named.has(key)) expect(value, key).not.toMatch(/[а-яё]/i);
  }
});
