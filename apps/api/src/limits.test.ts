import { REQUEST_LIMITS } from "@stsphera/db";
import { expect, test } from "vitest";
import { ANSWER_WITHIN_MS } from "./limits.ts";

test("a statement ends before the answer to its request is given up, so that it holds no connection after it", () => {
  expect(Number.parseInt(REQUEST_LIMITS.statement, 10) * 1000).toBeLessThan(ANSWER_WITHIN_MS);
});
