import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-away.ts";
import { isDatabaseBusy, isStatementTooLong } from "./database-busy.ts";

const failed = (code: string) =>
  new Error("Failed query", { cause: Object.assign(new Error("db"), { code }) });

test.each(["55P03", "25P03"])("%s means that others were in the way: neither away nor broken", (code) => {
  expect(isDatabaseBusy(failed(code))).toBe(true);
  expect(isDatabaseAway(failed(code))).toBe(false);
  expect(isStatementTooLong(failed(code))).toBe(false);
});

test.each(["57014", "40P01", "23505", "CONNECTION_CLOSED"])("%s does not", (code) => {
  expect(isDatabaseBusy(failed(code))).toBe(false);
  expect(isStatementTooLong(failed(code))).toBe(code === "57014");
});
