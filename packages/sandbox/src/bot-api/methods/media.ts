import { imageSize } from "../../world/image-size.ts";
import { refOf } from "../../world/files.ts";
import type { DocumentRef, PhotoSize } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import type { Input, Upload } from "../input.ts";

const photoLimit = 10 * 1024 * 1024;
const fetchTimeoutMs = 10_000;

/** A file of a call: bytes that came with it, or the id of a file that Telegram has. */
type Source = { upload: Upload } | { fileId: string };

/** The photo named by a parameter: an upload, `attach://`, a link or a `file_id`. */
export async function photoOf(
  world: World,
  input: Input,
  value: unknown,
  field: string,
): Promise<PhotoSize[]> {
  const source = await sourceOf(input, value, field);
  if ("fileId" in source) return knownPhoto(world, source.fileId);
  const { bytes } = source.upload;
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  if (bytes.length > photoLimit) throw badRequest("file is too big for a photo; the maximum size is 10 MB");
  const size = imageSize(bytes);
  if (!size) throw badRequest("IMAGE_PROCESS_FAILED");
  if (size.width + size.height > 10_000) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return world.store.transaction(() => world.files.addPhoto(bytes, size));
}

/** The document named by a parameter. */
export async function documentOf(
  world: World,
  input: Input,
  value: unknown,
  field: string,
): Promise<DocumentRef> {
  const source = await sourceOf(input, value, field);
  if ("fileId" in source) return knownDocument(world, source.fileId);
  const { bytes, name, type } = source.upload;
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  return world.store.transaction(() =>
    world.files.addDocument(bytes, name || "file", type || "application/octet-stream"),
  );
}

function knownPhoto(world: World, fileId: string): PhotoSize[] {
  const file = world.files.get(fileId);
  if (!file) throw badRequest("wrong file identifier/HTTP URL specified");
  if (file.kind !== "photo") throw badRequest(`can't use file of type ${title(file.kind)} as Photo`);
  return [{ ...refOf(file), width: file.width ?? 0, height: file.height ?? 0 }];
}

function knownDocument(world: World, fileId: string): DocumentRef {
  const file = world.files.get(fileId);
  if (!file) throw badRequest("wrong file identifier/HTTP URL specified");
  if (file.kind !== "document") throw badRequest(`can't use file of type ${title(file.kind)} as Document`);
  return { ...refOf(file), file_name: file.name ?? "file", mime_type: file.mime };
}

async function sourceOf(input: Input, value: unknown, field: string): Promise<Source> {
  const direct = input.uploads.get(field);
  if (value === undefined && direct) return { upload: direct };
  if (typeof value !== "string" || value === "") throw badRequest(`there is no ${field} in the request`);
  if (value.startsWith("attach://")) {
    const upload = input.uploads.get(value.slice("attach://".length));
    if (!upload) throw badRequest("can't find attached file in the request");
    return { upload };
  }
  return /^https?:\/\//i.test(value) ? { upload: await download(value) } : { fileId: value };
}

async function download(url: string): Promise<Upload> {
  if (!URL.canParse(url)) throw badRequest("wrong file identifier/HTTP URL specified");
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeoutMs) });
    if (!response.ok) throw badRequest("failed to get HTTP URL content");
    return {
      name: new URL(url).pathname.split("/").at(-1) ?? "",
      type: response.headers.get("content-type") ?? "",
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) {
      throw badRequest("failed to get HTTP URL content");
    }
    throw error;
  }
}

function title(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
