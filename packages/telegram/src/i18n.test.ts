import { describe, expect, test } from "vitest";
import {
  DOWNTIME_REASONS,
  FACT_STATUSES,
  OBJECT_STATUSES,
  PLAN_REASONS,
  RESCHEDULE_STATUSES,
  TASK_STATUSES,
  USER_STATUSES,
} from "@stsphera/contracts/vocabulary";
import { createTranslators, translator, type SharedKey } from "./i18n.ts";
import { sharedEn } from "./locales/en/index.ts";
import { brokenTexts } from "./testing/index.ts";
import { sharedRu } from "./locales/ru/index.ts";

const stem = (key: string) => key.replace(/_(one|few|many|other)$/, "");
const variables = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

describe("both languages", () => {
  test("have the same keys", () => {
    const keys = (texts: object) => [...new Set(Object.keys(texts).map(stem))].toSorted();
    expect(keys(sharedEn)).toEqual(keys(sharedRu));
  });

  test("use the same variables, and no text is empty", () => {
    const byStem = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [stem(key), variables(text)]));
    expect(byStem(sharedEn)).toEqual(byStem(sharedRu));
    expect(
      [...Object.values(sharedRu), ...Object.values(sharedEn)].filter((text) => text.trim() === ""),
    ).toEqual([]);
  });

  test("regression 20: every text is a message, whatever its numbers and names", () => {
    expect(brokenTexts(sharedRu, sharedEn)).toEqual([]);
  });

  test("a text that is no message is found", () => {
    expect(brokenTexts({ bad: " ", good: "{name}" }, { bad: "x", good: "of {name}" })).toHaveLength(7);
    expect(() => brokenTexts({ left: "{a} {b c}" }, { left: "{a} {b c}" })).toThrow(/No value/);
  });

  test("English contains no Cyrillic", () => {
    expect(Object.values<string>(sharedEn).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
  });
});

describe("captions", () => {
  test("every role has a long and a short one", () => {
    const roles = Object.keys(sharedRu).filter((key) => key.startsWith("role."));
    const short = Object.keys(sharedRu).filter((key) => key.startsWith("role_short."));
    expect(short.map((key) => key.replace("role_short", "role"))).toEqual(roles);
  });

  test("every state and reason of the vocabularies has one", () => {
    const keys = [
      ...OBJECT_STATUSES.map((code) => `state.object.${code}` as const),
      ...FACT_STATUSES.map((code) => `state.fact.${code}` as const),
      ...TASK_STATUSES.map((code) => `state.task.${code}` as const),
      ...RESCHEDULE_STATUSES.map((code) => `state.reschedule.${code}` as const),
      ...USER_STATUSES.map((code) => `state.person.${code}` as const),
      ...[...DOWNTIME_REASONS, ...PLAN_REASONS].map((code) => `reason.${code}` as const),
    ] satisfies SharedKey[];
    expect(keys.map((key) => translator("ru")(key)).filter((text) => text === "")).toEqual([]);
    expect(translator("ru")("role.construction_itr")).toBe("Прораб (ИТР)");
    expect(translator("en")("state.fact.returned")).toBe("Returned");
  });
});

describe("the engine", () => {
  const ru = {
    row_one: "{count} строка",
    row_few: "{count} строки",
    row_many: "{count} строк",
    row_other: "{count} строки",
    hi: "Привет, {name}",
  } as const;
  const en = { row_one: "{count} row", row_other: "{count} rows", hi: "Hello, {name}" } as const;
  const own = createTranslators(ru, en);

  test("chooses the plural form of the language", () => {
    expect([1, 3, 11, 21, 25].map((count) => own("ru")("row", { count }))).toEqual([
      "1 строка",
      "3 строки",
      "11 строк",
      "21 строка",
      "25 строк",
    ]);
    expect([1, 2].map((count) => own("en")("row", { count }))).toEqual(["1 row", "2 rows"]);
  });

  test("inserts values verbatim: markup, braces and nesting characters have no meaning", () => {
    for (const name of ['<b>&"', "{name}", "$t(hi)", "{{count}}", "$1", "{- name}"]) {
      expect(own("ru")("hi", { name })).toBe(`Привет, ${name}`);
    }
  });

  test("a missing value or text throws", () => {
    expect(() => own("ru")("hi")).toThrow(/No value/);
    expect(() => own("ru")("nothing" as "hi")).toThrow(/No text/);
  });
});
