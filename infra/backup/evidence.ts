import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditAnchor, parseAnchors } from "@stsphera/core/maintenance";
import { type CopiedFiles, copiedFiles } from "./checks/files.ts";
import { readInfo, type RepositoryInfo } from "./checks/repository.ts";
import { type RowCounts, rowCounts } from "./checks/row-counts.ts";

export type Evidence = {
  /** Null when a named point was restored. */
  failedAt: Date | null;
  /** When the copy of the files was begun; files that came later need not be in it. */
  copiedAt: Date;
  /** From the start of the restore until the database answered. */
  seconds: number;
  /** Rows before the failure; null after a real one. */
  before: RowCounts | null;
  info: RepositoryInfo;
  verified: string;
  wal: string[];
  anchors: AuditAnchor[];
  copied: CopiedFiles;
  sample: string[];
  sums: string;
};

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

const time = (seconds: string) => new Date(Number(seconds) * 1_000);

/** Reads the folder that `infra/restore` filled. Times are seconds since 1970. Throws on what cannot be read. */
export function readEvidence(folder: string): Evidence {
  const optional = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8").trim() : "";
  const read = (name: string) => {
    const text = optional(name);
    if (text === "") throw new Error(`${name} is missing or empty`);
    return text;
  };
  const failedAt = optional("failed-at");
  const before = optional("before.json");
  const anchors = optional("anchor.json");
  return {
    failedAt: failedAt === "" ? null : time(failedAt),
    copiedAt: time(read("copied-at")),
    seconds: Number(optional("seconds")),
    before: before === "" ? null : rowCounts.parse(JSON.parse(before)),
    info: readInfo(read("info.json")),
    verified: optional("verified"),
    wal: lines(optional("wal")),
    anchors: anchors === "" ? [] : parseAnchors(anchors),
    copied: copiedFiles.parse(JSON.parse(read("copied.json"))),
    sample: lines(optional("sample")),
    sums: optional("sums"),
  };
}
