import { brokenTexts } from "@stsphera/telegram/testing";
import { expect, test } from "vitest";
import { botEn, botRu } from "./texts.ts";

const stem = (key: string): string => key.replace(/_(?:one|few|many|other)$/, "");
const stems = (texts: Record<string, string>): string[] => [...new Set(Object.keys(texts).map(stem))].sort();
const places = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

test("every text exists in both languages", () => {
  expect(stems(botEn)).toEqual(stems(botRu));
});

test("both languages use the same placeholders in a text", () => {
  const english = new Map(Object.entries<string>(botEn).map(([key, text]) => [stem(key), text]));
  for (const [key, text] of Object.entries<string>(botRu)) {
    expect({ key, places: places(english.get(stem(key)) ?? "") }).toEqual({ key, places: places(text) });
  }
});

test("every Russian text that depends on a number has all four plural forms", () => {
  const plural = Object.keys(botRu).filter((key) => key !== stem(key));
  for (const one of new Set(plural.map(stem))) {
    const forms = plural
      .filter((key) => stem(key) === one)
      .map((key) => key.slice(one.length + 1))
      .sort();
    expect({ one, forms }).toEqual({ one, forms: ["few", "many", "one", "other"] });
  }
});

test("the tone: no exclamation marks and no «Вы»", () => {
  for (const text of Object.values<string>(botRu)) expect(text).not.toMatch(/!|[а-яё,] Вы\s|пожалуйста/);
});

test("regression 20: every text is a message in both languages, whatever its numbers and names", () => {
  expect(brokenTexts(botRu, botEn)).toEqual([]);
});
