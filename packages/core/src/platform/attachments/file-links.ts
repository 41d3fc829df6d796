import type { FilePurpose, FileStatus } from "@stsphera/contracts";
import { type Actor, can, limitOn, type Permission } from "@stsphera/rbac";
import { type Context, DomainError, notFound, type PhotoLinks } from "../../kernel/index.ts";

/** What of a stored file its links take. */
export type StoredFile = {
  status: FileStatus;
  key: string;
  /** A photo unless said. */
  purpose?: FilePurpose;
  /** A document is saved under it. */
  name?: string;
};

/** By which right a file is seen: that to see the thing it is attached to. Nobody sees one of an unknown object. */
export type Sight = {
  objectId: number | null;
  permission: Permission;
  /** Whether those see it, too, whose right is narrow: what is confirmed, what is issued. */
  toAll?: boolean;
};

export function seesBy(actor: Actor, { objectId, permission, toAll = false }: Sight): boolean {
  if (objectId === null || !can(actor, permission, { objectId })) return false;
  return toAll || limitOn(actor, permission, { objectId }) === null;
}

type Reader = Pick<Context, "actor" | "links">;
type Size = Parameters<PhotoLinks["sign"]>[1];

/**
 * The one place where links are signed, good for ten minutes: for a reader who sees the file at this moment, as the
 * answer they stand in may be an old one. A document has one size and is saved under its name. Null until the file is
 * ready.
 */
export function signFile(
  { actor, links }: Reader,
  sight: Sight,
  file: StoredFile,
  size: Size,
): string | null {
  if (file.status !== "ready" || links === undefined || !seesBy(actor, sight)) return null;
  return file.purpose === "document"
    ? links.sign(file.key, "original", file.name)
    : links.sign(file.key, size);
}

/** A place to send an announced file to, for its sender while he may. Throws not_found, or unavailable without a store. */
export function signUpload(
  { actor, links }: Reader,
  sight: Sight,
  { key, ...file }: { key: string; contentType: string; size: number; sha256: string },
): { url: string; headers: Record<string, string> } {
  if (!seesBy(actor, sight)) throw notFound();
  if (links?.upload === undefined) throw new DomainError("unavailable");
  return links.upload(key, file);
}

/** A file as a reader gets it; a document has no thumbnail. */
export function withLinks<T extends StoredFile>(
  reader: Reader,
  sight: Sight,
  file: T,
): Omit<T, "key"> & { url: string | null; thumbUrl: string | null } {
  const { key: _key, ...shown } = file;
  const thumbUrl = file.purpose === "document" ? null : signFile(reader, sight, file, "320");
  return { ...shown, url: signFile(reader, sight, file, "1280"), thumbUrl };
}
