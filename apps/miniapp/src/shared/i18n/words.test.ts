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

/** A thing has one English name: what another drifted to before. */
const DRIFTS: readonly [RegExp, string][] = [
  [/\bsites?\b(?! works)/i, "object"],
  [/\bnotices?\b/i, "notification"],
  [/\b(pictures?|images?)\b/i, "photo"],
  [/\b(jobs?|assignments?)\b/i, "task"],
  [/\b(brigades?|gangs?)\b/i, "crew"],
  [/\b(storeys?|levels?)\b/i, "floor"],
  [/\belevations?\b/i, "facade"],
];

/** The words of a caption that is made from figures and names, said with some of each. */
const said = (value: unknown): string =>
  typeof value === "function"
    ? String((value as (...args: unknown[]) => unknown)("2", "3", "4", "5"))
    : String(value);

test.each(dictionaries)(
  "$name calls a thing by one English name, and points «п.п.» in Russian",
  ({ ru, en }) => {
    for (const [key, value] of leaves(en)) {
      for (const [drift, name] of DRIFTS) expect(said(value), `${key}: say ${name}`).not.toMatch(drift);
    }
    for (const [key, value] of leaves(ru))
      expect(said(value), key).not.toMatch(/(^|[^\p{L}])пп([^\p{L}]|$)/u);
  },
);
