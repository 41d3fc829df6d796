import { openTestDatabases, spareDatabases } from "@stsphera/db/testing";
import { afterAll, expect } from "vitest";

/** Test files share a process, so a database left open would keep its connections until the end of the run. */
afterAll(() => {
  expect(openTestDatabases(), "databases that the test file left open").toHaveLength(spareDatabases());
});
