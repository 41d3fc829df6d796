import { newOpsRecord } from "@stsphera/core/operations";
import { expect, test } from "vitest";
import { backupRecord } from "./backup-record.ts";

const info = JSON.stringify([
  {
    backup: [
      {
        label: "20261130-020000F_20261201-020000I",
        type: "incr",
        archive: { start: "000000010000000000000002" },
        info: { size: 39_000_000, repository: { delta: 120_000 } },
      },
    ],
  },
]);

test("a backup is recorded with its size, and what the repository grew by", () => {
  const record = backupRecord({ type: "incr", seconds: 4, ok: true, output: info });
  expect(newOpsRecord.parse(record)).toEqual({
    kind: "backup",
    ok: true,
    details: {
      type: "incr",
      label: "20261130-020000F_20261201-020000I",
      seconds: 4,
      bytes: 39_000_000,
      stored: 120_000,
    },
  });
});

test("a copy of the files is recorded with their number", () => {
  const record = backupRecord({
    type: "files",
    seconds: 2,
    ok: true,
    output: '{"count":71,"bytes":4665494}',
  });
  expect(newOpsRecord.parse(record).details).toEqual({ seconds: 2, files: 71, bytes: 4_665_494 });
});

test("the end of what was printed says why something failed", () => {
  const output = `${"noise\n".repeat(500)}ERROR: [103]: unable to find a valid repository\n`;
  for (const [type, kind] of [
    ["full", "backup"],
    ["files", "files_backup"],
    ["drill", "restore_drill"],
  ] as const) {
    const record = newOpsRecord.parse(backupRecord({ type, seconds: 1, ok: false, output }));
    expect(record).toMatchObject({ kind, ok: false });
    expect(record.details["error"]).toMatch(/unable to find a valid repository$/);
  }
});

test("a drill whose checks ran keeps them, also when one of them failed", () => {
  const checks = [{ name: "wal", ok: false, found: "missing: 000000010000000000000004" }];
  const output = JSON.stringify({ seconds: 6, lostSeconds: 200, checks });
  expect(newOpsRecord.parse(backupRecord({ type: "drill", seconds: 90, ok: false, output }))).toEqual({
    kind: "restore_drill",
    ok: false,
    details: { seconds: 6, lostSeconds: 200, checks },
  });
});
