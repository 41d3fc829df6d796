import type { Sql } from "@stsphera/db";
import { z } from "zod";
import { type Check, some } from "./check.ts";

/** What `rclone lsjson` says of a file in the copy. */
export const copiedFiles = z.array(z.looseObject({ Path: z.string(), Size: z.number() }));
export type CopiedFiles = z.output<typeof copiedFiles>;

export type StoredFile = { key: string; size: number | null; sha256: string | null };

/** The files that the restored database promises, the newest first. */
export async function readStoredFiles(sql: Sql, createdBefore: Date): Promise<StoredFile[]> {
  return sql<StoredFile[]>`
    select storage_key as key, size, sha256 from files
    where status = 'ready' and created_at < ${createdBefore.toISOString()} order by id desc`;
}

/** Keys whose bytes are read back: the newest, and others at even steps through the rest. */
export function sampleOf(files: readonly StoredFile[], count: number): string[] {
  const step = Math.max(1, files.length / count);
  const picked = Array.from(
    { length: Math.min(count, files.length) },
    (_, at) => files[Math.floor(at * step)],
  );
  return picked.flatMap((file) => file?.key ?? []);
}

/** Every promised file has to be in the copy with its size. */
export function checkCopy(files: readonly StoredFile[], copied: CopiedFiles): Check {
  const sizes = new Map(copied.map(({ Path, Size }) => [Path, Size]));
  const wrong = files.flatMap(({ key, size }) => {
    const there = sizes.get(key);
    if (there === undefined) return [`${key} is missing`];
    return size !== null && there !== size ? [`${key} has ${there} of ${size} bytes`] : [];
  });
  return {
    name: "files",
    ok: wrong.length === 0,
    found: wrong.length === 0 ? `${files.length} files are in the copy` : some(wrong),
  };
}

/** Compares what was read back, as `<sha256>  <key>` lines, with the sums in the database. */
export function checkBytes(files: readonly StoredFile[], sample: readonly string[], sums: string): Check {
  const read = new Map(sums.split("\n").map((line) => [line.slice(66), line.slice(0, 64)] as const));
  const known = new Map(files.map(({ key, sha256 }) => [key, sha256]));
  const wrong = sample.flatMap((key) => {
    const sum = read.get(key);
    if (sum === undefined || !/^[0-9a-f]{64}$/.test(sum)) return [`${key} cannot be read`];
    const expected = known.get(key) ?? null;
    return expected !== null && expected !== sum ? [`${key} has other bytes`] : [];
  });
  return {
    name: "bytes",
    ok: wrong.length === 0,
    found: wrong.length === 0 ? `${sample.length} files were read back unchanged` : some(wrong),
  };
}
