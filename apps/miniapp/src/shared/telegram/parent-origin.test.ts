import { expect, test } from "vitest";
import { trustedParentOrigin } from "./parent-origin.ts";

test.each([
  ["https://web.telegram.org", "https://app.example.ru", "https://web.telegram.org"],
  ["https://weba.telegram.org/a/", "https://app.example.ru", "https://weba.telegram.org"],
  ["http://localhost:3010/", "http://localhost:3000", "http://localhost:3010"],
  ["http://127.0.0.1:3010", "http://localhost:3000", "http://127.0.0.1:3010"],
])("%s may embed a page of %s", (parent, own, origin) => {
  expect(trustedParentOrigin(parent, own)).toBe(origin);
});

test.each([
  ["https://telegram.org.evil.ru", "https://app.example.ru"],
  ["https://eviltelegram.org", "https://app.example.ru"],
  ["http://web.telegram.org", "https://app.example.ru"],
  ["http://localhost:3010", "https://app.example.ru"],
  ["", "http://localhost:3000"],
  [undefined, "http://localhost:3000"],
])("%s may not embed a page of %s", (parent, own) => {
  expect(trustedParentOrigin(parent, own)).toBeNull();
});
