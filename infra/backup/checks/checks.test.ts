import { expect, test } from "vitest";
import { checkBytes, checkCopy, sampleOf } from "./files.ts";
import { checkHeartbeat } from "./heartbeat.ts";
import { checkRepository, oldestStart, readInfo } from "./repository.ts";
import { checkRows } from "./row-counts.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 30, 12, 0, seconds));

test("a minute may be lost, and no more", () => {
  expect(checkHeartbeat(at(0), at(60))).toMatchObject({ check: { ok: true }, lostSeconds: 60 });
  expect(checkHeartbeat(at(0), at(61))).toMatchObject({ check: { ok: false }, lostSeconds: 61 });
  expect(checkHeartbeat(at(5), at(0))).toMatchObject({ check: { ok: true }, lostSeconds: 0 });
  expect(checkHeartbeat(null, at(0))).toMatchObject({ check: { ok: false }, lostSeconds: null });
  expect(checkHeartbeat(at(0), null)).toMatchObject({ check: { ok: true }, lostSeconds: null });
});

test("rows that were there before have to be there again; later ones may be", () => {
  const before = { users: { rows: 5, newest: 5 }, audit_log: { rows: 100, newest: 120 } };
  expect(checkRows(before, before)).toMatchObject({ ok: true, found: "105 rows of 2 tables are there" });
  expect(checkRows(before, { ...before, users: { rows: 6, newest: 5 } }).ok).toBe(true);
  expect(checkRows(before, { users: { rows: 4, newest: 4 } })).toMatchObject({
    ok: false,
    found: "users has 4 of 5, audit_log has 0 of 100",
  });
  expect(checkRows({}, before).ok).toBe(false);
});

const files = [
  { key: "a", size: 3, sha256: "a".repeat(64) },
  { key: "b", size: 4, sha256: "b".repeat(64) },
  { key: "c", size: null, sha256: null },
];
const copy = (...kept: [string, number][]) => kept.map(([Path, Size]) => ({ Path, Size }));

test("a file that the copy lacks, or has with another size, is named", () => {
  expect(checkCopy(files, copy(["a", 3], ["b", 4], ["c", 9], ["more", 1])).ok).toBe(true);
  expect(checkCopy(files, copy(["a", 3], ["b", 5]))).toMatchObject({
    ok: false,
    found: "b has 5 of 4 bytes, c is missing",
  });
});

test("bytes that differ, or could not be read back, are named", () => {
  const sums = (...read: [string, string][]) =>
    read.map(([key, one]) => `${one.repeat(64)}  ${key}`).join("\n");
  const sample = ["a", "b", "c"];
  expect(checkBytes(files, sample, sums(["a", "a"], ["b", "b"], ["c", "7"])).ok).toBe(true);
  expect(checkBytes(files, sample, sums(["a", "a"], ["b", "c"]))).toMatchObject({
    ok: false,
    found: "b has other bytes, c cannot be read",
  });
  expect(checkBytes(files, ["a"], `${" ".repeat(64)}  a`)).toMatchObject({ ok: false });
});

test("the sample holds the newest, and others at even steps", () => {
  const many = Array.from({ length: 100 }, (_, n) => ({ key: `${n}`, size: 1, sha256: null }));
  expect(sampleOf(many, 4)).toEqual(["0", "25", "50", "75"]);
  expect(sampleOf(many.slice(0, 2), 4)).toEqual(["0", "1"]);
  expect(sampleOf([], 4)).toEqual([]);
});

test("verify is believed by its text alone", () => {
  const whole =
    "stanza: stsphera\nstatus: ok\n  archiveId: 17-1, total WAL checked: 3, total valid WAL: 3\n    missing: 0";
  expect(checkRepository(whole).ok).toBe(true);
  expect(checkRepository("")).toMatchObject({ ok: false, found: "verify says nothing" });
  const spoilt = `stanza: stsphera
status: error
  archiveId: 17-1, total WAL checked: 3, total valid WAL: 2
    other: 1
  backup: 20261130-154654F, status: invalid, total files checked: 966, total valid files: 908
    missing: 58`;
  expect(checkRepository(spoilt)).toMatchObject({ ok: false });
  expect(checkRepository(spoilt).found).toContain("missing: 58");
});

test("the archive has to be whole from the oldest backup on", () => {
  const backup = (label: string, start: string) => ({
    label,
    type: "full",
    archive: { start },
    info: { size: 10, repository: { delta: 3 } },
  });
  const info = JSON.stringify([{ backup: [backup("one", "000000010000000000000002"), backup("two", "9")] }]);
  expect(oldestStart(readInfo(info))).toBe("000000010000000000000002");
  expect(() => oldestStart(readInfo('[{"backup":[]}]'))).toThrow("no backup");
  expect(() => readInfo("[]")).toThrow();
});
