import { expect, test } from "vitest";
import { isDatabaseAway } from "./lost-database.ts";

const failed = (code: string) =>
  new Error("Failed query", { cause: Object.assign(new Error("db"), { code }) });

test.each(["57P01", "57P02", "57P03", "08006", "53300", "53100", "CONNECTION_CLOSED", "ECONNREFUSED"])(
  "%s passes: the update waits for the database",
  (code) => expect(isDatabaseAway(failed(code))).toBe(true),
);

test.each(["23505", "22P02", "42P01", "53000"])("%s is a failure of the work itself", (code) => {
  expect(isDatabaseAway(failed(code))).toBe(false);
});
