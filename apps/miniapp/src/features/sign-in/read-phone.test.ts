import { expect, test } from "vitest";
import { readPhone } from "./read-phone.ts";

test.each([
  ["8 (916) 123-45-67", "+79161234567"],
  ["+7 916 123 45 67", "+79161234567"],
  ["79161234567", "+79161234567"],
  ["+375 29 123-45-67", "+375291234567"],
  ["112", null],
  ["нет", null],
  ["8916123456789012", null],
  ["+7 916 доб. 4", null],
])("%s is read as %s", (typed, phone) => {
  expect(readPhone(typed)).toBe(phone);
});
