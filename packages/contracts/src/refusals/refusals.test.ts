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
  test("has every code in both languages, with the same placeholders", () => {
    expect(Object.keys(refusalsEn).sort()).toEqual([...CODES].sort());
    expect(CODES.length).toBeGreaterThan(150);
    for (const code of CODES) {
      const [ru, en] = [refusalText(code, "ru"), refusalText(code, "en")];
      expect(ru, code).toMatch(/[а-яё]/i);
      expect(en, code).not.toMatch(/[а-яё]/i);
      expect(placesIn(en), code).toEqual(placesIn(ru));
    }
  });

  test("says a stored quantity as people write it", () => {
    const hours = { hours: "8.500" };
    expect(refusalText("crew_hours_over_shift", "ru", hours)).toContain("В смене 8,5 ч");
    expect(refusalText("crew_hours_over_shift", "en", hours)).toContain("8.5");
    expect(refusalText("crew_hours_over_shift", "ru", { hours: "12.000" })).toContain("В смене 12 ч");
  });

  test("has a message for every refusal of a contract schema; those of verbs are checked by the compiler", () => {
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

  test("inserts values, and keeps a placeholder without one", () => {
    expect(refusalText("photos_missing", "ru", { photos: 2, needed: 3 })).toBe(
      "Не хватает фото: есть 2, нужно 3",
    );
    expect(refusalText("photo_too_large", "ru")).toBe("Фото больше {megabytes} МБ.");
    expect(errorText("rate_limited", "ru", { seconds: 6 })).toContain("6 с");
  });

  test("has a message for every error code of the API", () => {
    for (const code of ERROR_CODES) {
      expect(errorText(code, "ru"), code).toMatch(/[а-яё]/i);
      expect(errorText(code, "en"), code).not.toMatch(/[а-яё]/i);
    }
  });
});

describe("a missing right", () => {
  const who = { who: "РП, ПТО", notLent: false };

  test("names what is refused and who can do it, and tells a deputy that the right is not delegated", () => {
    expect(lackingText("fact.enter", "ru", who)).toEqual({
      what: "Нет права: внести факт",
      whoCan: "Это может: РП, ПТО.",
    });
    expect(lackingText("object.team", "ru", { ...who, notLent: true }).whoCan).toBe(
      "Это может: РП, ПТО. Заместителю это право не переходит.",
    );
    expect(lackingText(undefined, "ru", who)).toEqual({ what: "Нет права на это действие", whoCan: null });
  });

  test("has a message for every permission, specific in both languages or general in both", () => {
    expect(Object.keys(permissionsEn)).toEqual(Object.keys(permissionsRu));
    for (const permission of PERMISSION_CODES)
      expect(lackingText(permission, "ru", who).what, permission).toMatch(
        /^Нет права(: \S| на это действие$)/,
      );
  });
});
