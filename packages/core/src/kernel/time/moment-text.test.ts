import { expect, test } from "vitest";
import { momentText } from "./moment-text.ts";

const view = { timeZone: "Europe/Moscow", now: new Date("2027-01-02T06:00:00Z"), locale: "ru" } as const;

test.each([
  ["2027-01-02T06:12:00Z", "09:12"],
  ["2027-01-01T06:12:00Z", "1 января, 09:12"],
  ["2026-12-31T06:12:00Z", "31 декабря 2026, 09:12"],
])("seen on 2 January 2027, %s is «%s»", (instant, words) => {
  expect(momentText(instant, view)).toBe(words);
});
