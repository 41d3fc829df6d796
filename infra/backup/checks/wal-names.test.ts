import { expect, test } from "vitest";
import { checkWalNames, endOfArchive } from "./wal-names.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const archived = (...names: string[]) => [
  "17-1/0000000100000000",
  "archive.info",
  ...names.map((name) => `17-1/${name.slice(0, 16)}/${name}-${SHA}.zst`),
];
const segment = (end: string, timeline = 1) => `0000000${timeline}00000000000000${end}`;
const START = segment("03");
const look = (...names: string[]) => checkWalNames(archived(...names), START);

test("segments without a hole hold, whatever is older than the backup", () => {
  expect(look(segment("01"), START, segment("04"), segment("05"))).toEqual({
    name: "wal",
    ok: true,
    found: `3 segments from ${START} to ${segment("05")} without a hole`,
  });
});

test.each([
  ["in the middle", [START, segment("05")], [segment("04")]],
  ["at the start of the backup", [segment("04"), segment("05")], [START]],
  ["several", [START, segment("05"), segment("07")], [segment("04"), segment("06")]],
  ["everything", [], [START]],
])("a hole %s is named", (_where, names, missing) => {
  expect(look(...names)).toMatchObject({ ok: false, found: `missing: ${missing.join(", ")}` });
});

test("after FF of one file comes 00 of the next", () => {
  const names = ["0000000100000000000000FE", "0000000100000000000000FF", "000000010000000100000000"];
  expect(checkWalNames(archived(...names), "0000000100000000000000FE").ok).toBe(true);
  expect(checkWalNames(archived(names[0] ?? "", names[2] ?? ""), names[0] ?? "")).toMatchObject({
    ok: false,
    found: `missing: ${names[1]}`,
  });
});

test("a timeline that begins after a restore continues the one before it", () => {
  const whole = [START, segment("04"), segment("05"), segment("05", 2), segment("06", 2)];
  expect(look(...whole).ok).toBe(true);
  expect(look(START, segment("04"), segment("05", 2)).ok).toBe(true);
  expect(look(START, segment("04"), segment("06", 2))).toMatchObject({
    ok: false,
    found: `missing: ${segment("05", 2)}`,
  });
});

test("the archive ends where its last segment does", () => {
  expect(endOfArchive(archived(START, segment("0A")))).toBe("0/B000000");
  expect(endOfArchive(archived("0000000100000000000000FF"))).toBe("1/0");
  expect(endOfArchive([])).toBeNull();
});
