// Compares a restored database with what was there before. node bin/verify-restored.mjs <step> [folder of evidence]
//   before          counts the rows of the running database and prints them (before.json)
//   sample <folder> prints the keys of files to read back from the copy
//   check <folder>  checks what the folder holds, prints the record of the drill, ends with 1 when a check fails
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createDatabase } from "@stsphera/db";
import { migrationSettings } from "@stsphera/db/migrate";
import { readEvidence } from "./evidence.ts";
import { checkAudit } from "./checks/audit.ts";
import { checkBytes, checkCopy, readStoredFiles, sampleOf } from "./checks/files.ts";
import { checkHeartbeat } from "./checks/heartbeat.ts";
import { checkRepository, oldestStart } from "./checks/repository.ts";
import { checkRows, countRows } from "./checks/row-counts.ts";
import { checkWalNames, endOfArchive } from "./checks/wal-names.ts";
import { newestHeartbeat, restoredUrl } from "./restored.ts";

const SAMPLE = 200;
const [step, folder = ""] = process.argv.slice(2);
const { ownerUrl } = migrationSettings();
const url = step === "before" ? ownerUrl : restoredUrl(ownerUrl, process.env["RESTORED_ADDRESS"]);
const db = createDatabase(url, { max: 2, applicationName: "stsphera-verify" });
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

try {
  if (step === "before") print(await countRows(db.sql));
  else if (step === "sample") await printSample();
  else if (step === "check") await check();
  else throw new Error("verify-restored before | sample <folder> | check <folder>");
} finally {
  await db.close();
}

async function printSample(): Promise<void> {
  const copiedAt = new Date(Number(readFileSync(join(folder, "copied-at"), "utf8")) * 1_000);
  for (const key of sampleOf(await readStoredFiles(db.sql, copiedAt), SAMPLE))
    process.stdout.write(`${key}\n`);
}

async function check(): Promise<void> {
  const evidence = readEvidence(folder);
  const { before, failedAt, info, seconds, wal } = evidence;
  const end = endOfArchive(wal);
  const restoredUntil = end === null ? null : await newestHeartbeat(db.sql, end);
  const heartbeat = checkHeartbeat(restoredUntil, failedAt);
  const files = await readStoredFiles(db.sql, evidence.copiedAt);
  const checks = [
    heartbeat.check,
    checkWalNames(wal, oldestStart(info)),
    checkRepository(evidence.verified),
    ...(before === null ? [] : [checkRows(before, await countRows(db.sql, before))]),
    await checkAudit(db, evidence.anchors, restoredUntil ?? new Date()),
    checkCopy(files, evidence.copied),
    checkBytes(files, evidence.sample, evidence.sums),
  ];
  const lost = heartbeat.lostSeconds === null ? {} : { lostSeconds: heartbeat.lostSeconds };
  print({ seconds, ...lost, label: info.backup.at(-1)?.label, checks });
  for (const { name, ok, found } of checks) {
    process.stderr.write(`${ok ? "holds " : "FAILS "} ${name}: ${found}\n`);
  }
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
}
