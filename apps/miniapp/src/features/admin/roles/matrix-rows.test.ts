import { PERMISSION_CODES, mayHold, ROLE_CODES } from "@stsphera/rbac";
import { permissions as en } from "@stsphera/contracts/permissions/en";
import { permissions as ru } from "@stsphera/contracts/permissions/ru";
import { expect, test } from "vitest";
import { holds, MATRIX } from "./matrix-rows.ts";
import { rolesWords } from "./roles-words.ts";

test("the page shows every permission for every role as can() decides", () => {
  expect(MATRIX.map(({ permission }) => permission)).toEqual(PERMISSION_CODES);
  for (const row of MATRIX)
    for (const role of ROLE_CODES)
      expect(`${row.permission} ${role} ${holds(row, role)}`).toBe(
        `${row.permission} ${role} ${mayHold(role, row.permission)}`,
      );
});

test("every permission and every group has a name in both languages", () => {
  for (const { permission, group } of MATRIX) {
    expect(ru[permission], permission).toMatch(/[а-яё]/i);
    expect(en[permission], permission).toMatch(/^[^а-яё]+$/i);
    for (const words of [rolesWords.ru, rolesWords.en]) expect(words.groups[group], group).toBeDefined();
  }
});
