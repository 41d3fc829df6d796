import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-away.ts";

const failed = (code: string, more: object = {}) =>
  new Error("Failed query", { cause: Object.assign(new Error("db"), { code, ...more }) });

test.each(["57P01", "57P02", "57P03", "08006", "53300", "53100", "CONNECTION_CLOSED", "ECONNREFUSED"])(
  "%s means that the database is unavailable, so the work is postponed",
  (code) => {
    expect(isDatabaseAway(failed(code))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error("itself"), { code }))).toBe(true);
  },
);

test.each(["23505", "22P02", "42P01", "40P01", "53000", "57014"])(
  "%s means that the work itself failed",
  (code) => {
    expect(isDatabaseAway(failed(code))).toBe(false);
  },
);

test("a missing socket means an outage, a missing file does not", () => {
  expect(isDatabaseAway(failed("ENOENT", { syscall: "connect" }))).toBe(true);
  expect(isDatabaseAway(failed("ENOENT", { syscall: "open" }))).toBe(false);
  expect(isDatabaseAway("gone")).toBe(false);
});
