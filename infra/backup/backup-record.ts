import type { NewOpsRecord } from "@stsphera/core/operations";
import { z } from "zod";
import { readInfo } from "./checks/repository.ts";

type Ended = { type: string; seconds: number; ok: boolean; output: string };

const size = z.looseObject({ count: z.number(), bytes: z.number() });
const MAX_ERROR = 1_000;

/** The record of a backup of the database (`full`, `incr`), of the files, or of a restore drill (`drill`). */
export function backupRecord({ type, seconds, ok, output }: Ended): NewOpsRecord {
  if (type === "drill") return drillRecord(ok, output);
  const kind = type === "files" ? ("files_backup" as const) : ("backup" as const);
  if (!ok) return { kind, ok, details: { type, seconds, error: output.trim().slice(-MAX_ERROR) } };
  if (kind === "files_backup") {
    const { count, bytes } = size.parse(JSON.parse(output));
    return { kind, ok, details: { seconds, files: count, bytes } };
  }
  const newest = readInfo(output).backup.at(-1);
  if (newest === undefined) throw new Error("the repository holds no backup");
  const { label, info } = newest;
  const { size: bytes, repository } = info;
  return { kind, ok, details: { type: newest.type, label, seconds, bytes, stored: repository.delta } };
}

/** What the checks of a drill printed; a drill that did not get so far printed its error. */
function drillRecord(ok: boolean, output: string): NewOpsRecord {
  const kind = "restore_drill" as const;
  if (!output.startsWith("{"))
    return { kind, ok: false, details: { error: output.trim().slice(-MAX_ERROR) } };
  return { kind, ok, details: z.record(z.string(), z.json()).parse(JSON.parse(output)) };
}
