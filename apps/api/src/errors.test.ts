import { errorBody as bodySchema, ERROR_CODES } from "@stsphera/contracts";
import { DomainError } from "@stsphera/core";
import { PERMISSION_CODES } from "@stsphera/rbac";
import { expect, test } from "vitest";
import { errorBody } from "./errors.ts";
import { acceptedLocale } from "./http/accepted-locale.ts";

const say = (error: DomainError, locale: "ru" | "en" = "ru") => errorBody(error, locale, "request-1").error;

test("every code has a text in both languages", () => {
  for (const code of ERROR_CODES) {
    const [ru, en] = [say(new DomainError(code)), say(new DomainError(code), "en")];
    expect(bodySchema.safeParse({ error: ru }).success).toBe(true);
    expect(ru.message).toMatch(/[а-яё]/i);
    expect(en.message).not.toMatch(/[а-яё]/i);
  }
});

test("a refusal names the permission and who has it", () => {
  const error = say(new DomainError("forbidden", { permission: "fact.import" }));
  expect(error.permission).toBe("fact.import");
  expect(error.message).toBe("Нет права: вносить начальные остатки. Это может: РП, ПТО.");
  expect(say(new DomainError("forbidden", { permission: "users.manage" })).message).toContain(
    "администратор",
  );
});

test("a refusal of any permission names who has it", () => {
  for (const permission of PERMISSION_CODES) {
    expect(say(new DomainError("forbidden", { permission })).message, permission).toMatch(/Это может: \S/);
  }
});

test("only a deputy is told that some rights are not lent", () => {
  const lacked = (permission: "object.team" | "object.edit", deputy: boolean) =>
    errorBody(new DomainError("forbidden", { permission }), "ru", "request-1", deputy).error.message;
  expect(lacked("object.team", true)).toBe(
    "Нет права: менять команду объекта. Это может: РП. Заместителю это право не переходит.",
  );
  expect(lacked("object.team", false)).not.toContain("Заместителю");
  expect(lacked("object.edit", true)).not.toContain("Заместителю");
});

test("a specific sentence wins over the general one and is filled with values", () => {
  expect(say(new DomainError("conflict", { sentence: "last_admin" })).message).toContain(
    "последний администратор",
  );
  expect(say(new DomainError("rate_limited", { values: { seconds: 6 } })).message).toContain("6 с");
});

test("a field error has its path, reason and message", () => {
  const fields = [{ path: "quantity", reason: "quantity_format", message: "quantity_format" }];
  const { details } = say(new DomainError("validation_failed", { fields }));
  expect(details).toEqual([
    { path: "quantity", reason: "quantity_format", message: "Число до 9 знаков, после запятой до 3" },
  ]);
});

test("each of several fields is told with its own values", () => {
  const cell = (line: number, text: string) => ({
    path: `table.${line - 1}.1`,
    reason: "gpr_paste_cell",
    message: text,
    values: { line, column: 2, text },
  });
  const { message, details } = say(
    new DomainError("validation_failed", {
      fields: [cell(3, "три"), cell(7, "-1")],
      sentence: "gpr_paste_cell",
      values: { line: 3, column: 2, text: "три" },
    }),
  );
  const told = ["Строка 3, столбец 2: не понять «три»", "Строка 7, столбец 2: не понять «-1»"];
  expect(message).toBe(told[0]);
  expect(details).toEqual([
    { path: "table.2.1", reason: "gpr_paste_cell", message: told[0] },
    { path: "table.6.1", reason: "gpr_paste_cell", message: told[1] },
  ]);
});

test("the current version and the allowed moves are returned", () => {
  expect(say(new DomainError("version_conflict", { current: { version: 3 } })).current).toEqual({
    version: 3,
  });
  expect(say(new DomainError("invalid_transition", { allowed: ["active"] })).allowed).toEqual(["active"]);
});

test.each([
  [undefined, "ru"],
  ["", "ru"],
  ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
  ["en-GB,en;q=0.9", "en"],
  ["de", "ru"],
] as const)("the language of %j is %s", (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});
