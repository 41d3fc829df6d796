import type { FilePurpose, FileStatus } from "@stsphera/contracts";
import type { Context } from "../../kernel/index.ts";

/** What of a stored file its links take. */
export type StoredFile = {
  status: FileStatus;
  key: string;
  /** A photo unless said. */
  purpose?: FilePurpose;
  /** A document is saved under it. */
  name?: string;
};

/**
 * The one place where links are signed: for a reader whose right to see the file was checked, good for ten minutes. A
 * document has one size and is saved under its name. Null until the file is ready.
 */
export function signFile(ctx: Context, file: StoredFile, size: "original" | "320" | "1280"): string | null {
  if (file.status !== "ready" || ctx.links === undefined) return null;
  return file.purpose === "document"
    ? ctx.links.sign(file.key, "original", file.name)
    : ctx.links.sign(file.key, size);
}

/** A file as a reader gets it; a document has no thumbnail. */
export function withLinks<T extends StoredFile>(
  ctx: Context,
  file: T,
): Omit<T, "key"> & { url: string | null; thumbUrl: string | null } {
  const { key: _key, ...shown } = file;
  const thumbUrl = file.purpose === "document" ? null : signFile(ctx, file, "320");
  return { ...shown, url: signFile(ctx, file, "1280"), thumbUrl };
}
