import { readdirSync } from "node:fs";
import { join } from "node:path";
import { brokenTexts } from "@stsphera/telegram/testing";
import { describe, expect, test } from "vitest";

type Texts = Readonly<Record<string, string>>;

const here = import.meta.dirname;
const tables = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((path) => /locales[\\/](?:[\w-]+-)?ru\.ts$/.test(path))
  .map((path) => join(here, path));

/** The single table of texts that a locale file exports. */
async function textsOf(path: string): Promise<Texts> {
  const [texts, ...more] = Object.values((await import(/* @vite-ignore */ path)) as Record<string, Texts>);
  expect(more).toEqual([]);
  return texts ?? {};
}

const stem = (key: string) => key.replace(/_(one|few|many|other)$/, "");
const variables = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
const byStem = (texts: Texts) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [stem(key), variables(text)]));

test("texts are next to their cards", () => expect(tables.length).toBeGreaterThan(12));

describe.each(tables)("%s", (path) => {
  const both = async () => [await textsOf(path), await textsOf(path.replace(/ru\.ts$/, "en.ts"))] as const;

  test("Russian and English have the same keys and variables, no text is empty or in the other language", async () => {
    const [ru, en] = await both();
    expect(byStem(en)).toEqual(byStem(ru));
    expect(Object.values({ ...ru, ...en }).filter((text) => text.trim() === "")).toEqual([]);
    expect(Object.values(en).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
  });

  test("regression 20: every text is a message in both languages, whatever its numbers and names", async () => {
    expect(brokenTexts(...(await both()))).toEqual([]);
  });
});
