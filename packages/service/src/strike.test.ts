import { expect, test } from "vitest";
import { createStrike } from "./strike.ts";

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2lnbmF0dXJl";
const strike = createStrike([]);

test.each([
  [`Bearer ${JWT}`, "Bearer [secret]"],
  [`/me?token=${JWT}&x=1`, "/me?token=[secret]&x=1"],
  [`/me?a=Bearer%20${JWT}`, "/me?a=Bearer%[secret]"],
  [`{"t":"${JWT}"}`, '{"t":"[secret]"}'],
  [`${JWT}\n${JWT}`, "[secret]\n[secret]"],
  ["eyJ.com and api.example.org stay", "eyJ.com and api.example.org stay"],
  ["node 24.21.0, 10.231.7.0/24", "node 24.21.0, 10.231.7.0/24"],
])("%s", (text, struck) => {
  expect(strike(text)).toBe(struck);
});

test("a text made up to hold the others up is read as quickly as any", () => {
  const crowded = ["eyJ", "eyJ.", "eyJa-", "1", "7000000001:"].map((part) => part.repeat(100_000));
  for (const text of crowded) expect(strike(text)).not.toBe("");
});
