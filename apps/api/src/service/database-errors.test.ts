import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-errors.ts";

const failed = (code: string) =>
  new Error("Failed query", { cause: Object.assign(new Error("db"), { code }) });

test("a database without room on its disk is away for a while, as one that restarts is", () => {
  for (const code of ["53100", "53300", "57P01", "57P03", "08006", "ECONNREFUSED"]) {
    expect(isDatabaseAway(failed(code)), code).toBe(true);
  }
  expect(isDatabaseAway(failed("23505"))).toBe(false);
});
