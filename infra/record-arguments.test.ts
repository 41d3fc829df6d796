import { expect, test } from "vitest";
import { parseRecord } from "./record-arguments.ts";

test("a record is read from the arguments of the program", () => {
  expect(parseRecord(["deploy", "true", '{"version":"b1"}'])).toEqual({
    kind: "deploy",
    ok: true,
    details: { version: "b1" },
  });
  expect(parseRecord(["backup", "false"])).toEqual({ kind: "backup", ok: false, details: {} });
});

test.each([
  [["deploy"]],
  [["deploy", "yes", "{}"]],
  [["party", "true", "{}"]],
  [["deploy", "true", "{"]],
  [["deploy", "true", "[]"]],
  [["deploy", "true", "{}", "more"]],
  [["restore_drill", "true", '{"checks":[{"name":"rows"}]}']],
])("%j is refused", (args) => {
  expect(() => parseRecord(args)).toThrow();
});
