import { gunzipSync } from "node:zlib";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { importProject, MAX_BYTES, type Notice, type Project, type Refusal } from "@stsphera/schedule/mspdi";
import { DomainError } from "../../../kernel/index.ts";

const GZIP = [0x1f, 0x8b];

const REFUSALS: Readonly<Record<Refusal["kind"], RefusalCode>> = {
  too_large: "gpr_file_too_large",
  too_deep: "gpr_file_not_project",
  too_many_rows: "gpr_file_too_many_rows",
  encoding: "gpr_file_not_project",
  doctype: "gpr_file_not_project",
  malformed: "gpr_file_broken",
  no_project: "gpr_file_not_project",
  no_start: "gpr_file_no_start",
  no_calendar: "gpr_file_no_calendar",
  bad_row: "gpr_file_bad_row",
};

function refuse(reason: RefusalCode, line: number | null): never {
  throw new DomainError("validation_failed", {
    fields: [{ path: "file", reason, message: line === null ? reason : String(line) }],
    sentence: reason,
    values: { line: line ?? 0 },
  });
}

/** Reads a file of Microsoft Project, in base64, as it is or packed by gzip; throws validation_failed with the line. */
export function readProjectFile(base64: string): { project: Project; notices: Notice[] } {
  const read = importProject(unpacked(Buffer.from(base64, "base64")));
  if (read.refusal !== undefined) return refuse(REFUSALS[read.refusal.kind], read.refusal.line);
  return read;
}

function unpacked(file: Buffer): Uint8Array {
  if (!GZIP.every((byte, at) => file[at] === byte)) return file;
  try {
    return gunzipSync(file, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return refuse(tooLarge ? "gpr_file_too_large" : "gpr_file_broken", null);
  }
}
