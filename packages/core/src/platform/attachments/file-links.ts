import type { FilePurpose, FileStatus } from "@stsphera/contracts";
import { type Actor, can, limitOn, type Permission } from "@stsphera/rbac";
import { type Context, DomainError, notFound, type PhotoLinks } from "../../kernel/index.ts";

/** What links need to know of a stored file. */
export type StoredFile = {
  status: FileStatus;
  key: string;
  /** `photo` by default. */
  purpose?: FilePurpose;
  /** The name a document is downloaded under. */
  name?: string;
};

/** A file of a card as read from the store, before its links are signed. */
export type AsStored<F> = Omit<F, "url" | "thumbUrl" | "status"> & Required<StoredFile>;

/**
 * The right needed to see a file: that to see the thing it is attached to. Nobody sees a file of an unknown object.
 */
export type Sight = {
  objectId: number | null;
  permission: Permission;
  /** True when users with a narrow right see it too: what is confirmed or issued. */
  toAll?: boolean;
  /** Of users who see their own crews alone, those who see it; all unless given. */
  ofCrew?: readonly number[];
};

export function seesBy(actor: Actor, { objectId, permission, toAll = false, ofCrew }: Sight): boolean {
  if (objectId === null || !can(actor, permission, { objectId })) return false;
  if (ofCrew !== undefined && actor.kind === "user" && !ofCrew.includes(actor.id)) {
    if (limitOn(actor, "fact.enter", { objectId }) === "own_crew") return false;
  }
  return toAll || limitOn(actor, permission, { objectId }) === null;
}

type Reader = Pick<Context, "actor" | "links">;
type Size = Parameters<PhotoLinks["sign"]>[1];

/**
 * The only place where file links are signed, valid for ten minutes. The reader's right is checked now, since the
 * answer may be a stored one. A document has one size and is downloaded under its name. Null until the file is ready.
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

/**
 * An upload link for an announced file, for its uploader while allowed. Throws not_found, or unavailable without a
 * file store.
 */
export function signUpload(
  { actor, links }: Reader,
  sight: Sight,
  { key, ...file }: { key: string; contentType: string; size: number; sha256: string },
): { url: string; headers: Record<string, string> } {
  if (!seesBy(actor, sight)) throw notFound();
  if (links?.upload === undefined) throw new DomainError("unavailable");
  return links.upload(key, file);
}

/** Adds links for a reader; a document has no thumbnail. */
export function withLinks<T extends StoredFile>(
  reader: Reader,
  sight: Sight,
  file: T,
): Omit<T, "key"> & { url: string | null; thumbUrl: string | null } {
  const { key: _key, ...shown } = file;
  const thumbUrl = file.purpose === "document" ? null : signFile(reader, sight, file, "320");
  return { ...shown, url: signFile(reader, sight, file, "1280"), thumbUrl };
}
