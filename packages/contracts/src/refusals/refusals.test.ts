import { PERMISSION_CODES } from "@stsphera/rbac";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../vocabulary.ts";
import { permissions as permissionsEn } from "./en/permissions.ts";
import { errorText, isRefusalCode, lackingText, refusalText } from "./index.ts";
import { permissions as permissionsRu } from "./ru/permissions.ts";
import { refusalsEn, refusalsRu } from "./texts.ts";

const CODES = Object.keys(refusalsRu).filter(isRefusalCode);
const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the dictionary of refusals", () => {
  test("has every code in both languages, with the same values", () => {
    expect(Object.keys(refusalsEn).sort()).toEqual([...CODES].sort());
    expect(CODES.length).toBeGreaterThan(150);
    for (const code of CODES) {
      const [ru, en] = [refusalText(code, "ru"), refusalText(code, "en")];
      expect(ru, code).toMatch(/[а-яё]/i);
      expect(en, code).not.toMatch(/[а-яё]/i);
      expect(placesIn(en), code).toEqual(placesIn(ru));
    }
  });

  test("has words for what a schema of a contract refuses; those of the verbs are known to the compiler", () => {
    const sources = fileURLToPath(new URL("..", import.meta.url));
    const said = globSync("**/*.ts", { cwd: sources })
      .filter((path) => !path.endsWith(".test.ts"))
      .flatMap((path) => [
        ...readFileSync(sources + path, "utf8").matchAll(/(?:error: |requiredText\()"(\w+)"/g),
      ])
      .map(([, code]) => code ?? "");
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((code) => !isRefusalCode(code))).toEqual([]);
  });

  test("puts values in, and leaves a place without one as it is", () => {
    expect(refusalText("photos_missing", "ru", { photos: 2, needed: 3 })).toBe(
      "Не хватает фото: есть 2, нужно 3",
    );
    expect(refusalText("photo_too_large", "ru")).toBe("Фото больше {megabytes} МБ.");
    expect(errorText("rate_limited", "ru", { seconds: 6 })).toContain("6 с");
  });

  test("says something of every code of the API", () => {
    for (const code of ERROR_CODES) {
      expect(errorText(code, "ru"), code).toMatch(/[а-яё]/i);
      expect(errorText(code, "en"), code).not.toMatch(/[а-яё]/i);
    }
  });
});

describe("a missing right", () => {
  const who = { who: "РП, ПТО", notLent: false };

  test("says what cannot be done and who can, to a deputy also that it is not lent", () => {
    expect(lackingText("fact.enter", "ru", who)).toEqual({
      what: "Нет права: внести факт",
      whoCan: "Это может: РП, ПТО.",
    });
    expect(lackingText("object.team", "ru", { ...who, notLent: true }).whoCan).toBe(
      "Это может: РП, ПТО. Заместителю это право не переходит.",
    );
    expect(lackingText(undefined, "ru", who)).toEqual({ what: "Нет права на это действие", whoCan: null });
  });

  test("is said of every permission, in the same words for both languages or plainly", () => {
    expect(Object.keys(permissionsEn)).toEqual(Object.keys(permissionsRu));
    for (const permission of PERMISSION_CODES)
      expect(lackingText(permission, "ru", who).what, permission).toMatch(
        /^Нет права(: \S| на это действие$)/,
      );
  });
});
