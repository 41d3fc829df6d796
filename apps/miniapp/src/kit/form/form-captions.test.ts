import { fieldsOf, type Form } from "@stsphera/contracts/forms";
import { SUPPLY_UNITS, UNITS } from "@stsphera/contracts/vocabulary";
import { isRole } from "@stsphera/rbac";
import { describe, expect, test } from "vitest";
import "../../shared/i18n/english.ts";
import { valueLabel } from "./form-captions.ts";

type Table = Readonly<Record<string, Form<never>>>;

const modules = import.meta.glob<Record<string, unknown>>(
  "../../../../../packages/contracts/src/*/forms.ts",
  {
    eager: true,
  },
);
const tables = Object.values(modules).flatMap((exported) =>
  Object.entries(exported).filter((entry): entry is [string, Table] => entry[0].endsWith("Forms")),
);

/** Where the questions of a table stand, if not under its name. */
const SCOPES: Readonly<Record<string, string>> = { accessForms: "admin", erasureForms: "admin" };
const scopeOf = (name: string): string =>
  SCOPES[name] ?? name.replace(/Forms$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const fields = tables.flatMap(([name, table]) =>
  Object.entries(table).flatMap(([form, asked]) =>
    fieldsOf(asked).flatMap((field) => {
      const values = field.kind === "reason" ? field.codes : field.kind === "choice" ? field.options : [];
      const scope = `${scopeOf(name)}.${form}`;
      return values === undefined || values.length === 0 ? [] : [{ scope, field, values }];
    }),
  ),
);

test("every table of forms is read", () => {
  expect(tables.length).toBeGreaterThan(15);
  expect(fields.length).toBeGreaterThan(15);
});

describe.each(fields)("$scope $field.name", ({ scope, field, values }) => {
  test.each(["ru", "en"] as const)("every value has words in %s", (locale) => {
    const bare = values.filter((value) => {
      const label = valueLabel(locale, scope, field, value);
      // A number is its own caption, a unit is in Russian; a role has captions of its own.
      const isUnit = locale === "ru" && [...UNITS, ...SUPPLY_UNITS].some((unit) => unit === value);
      return label === value && !/^\d+$/.test(value) && !isRole(value) && !isUnit;
    });
    expect(bare).toEqual([]);
  });
});
