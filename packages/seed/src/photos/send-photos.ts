import { completeFile, type Context, createFile, createPhotoLinks, processFile } from "@stsphera/core";
import { type Storage, THUMBNAIL_TYPE, thumbnailKey } from "@stsphera/storage";
import type { SendPhotos } from "../acts/work-days.ts";
import type { Stage } from "../stage/stage.ts";
import { type Photo, PHOTO_TYPE } from "./develop.ts";

export type PhotoStore = Pick<Storage, "ensureBucket" | "put" | "head" | "presignGet" | "presignPut">;

/** Time between sending the photos and the entry or comment, in seconds. */
const SECONDS_BEFORE = 45;

/** Uploads photos as their author would: created, uploaded, completed, then processed. */
export function photoSender(
  stage: Stage,
  { store, objectId, photos }: { store: PhotoStore; objectId: number; photos: readonly Photo[] },
): SendPhotos {
  const byKey = Map.groupBy(photos, (photo) => photo.picture.sight.key);
  return async ({ key, author: person }, neededAt) => {
    const own = byKey.get(key) ?? [];
    if (own.length === 0) return [];
    const at = new Date(neededAt.getTime() - SECONDS_BEFORE * 1000);
    const author = await stage.as(person, at);
    const ids: number[] = [];
    for (const photo of own) ids.push(await send(stage, author, { store, objectId, photo }));
    return ids;
  };
}

async function send(
  stage: Stage,
  author: Context,
  { store, objectId, photo }: { store: PhotoStore; objectId: number; photo: Photo },
): Promise<number> {
  const links = createPhotoLinks(store);
  let key: string | undefined;
  const upload: typeof links.upload = (storageKey, file) => {
    key = storageKey;
    return store.presignPut(storageKey, { ...file, expiresSeconds: 60 });
  };
  const ctx = { ...author, links: { ...links, upload } };
  const { bytes, sha256, width, height, sizes, picture } = photo;
  const { id } = await createFile.run(ctx, {
    objectId,
    name: `IMG_${picture.takenAt.toISOString().replace(/\D/g, "").slice(0, 14)}.jpg`,
    size: bytes.byteLength,
    sha256,
    contentType: PHOTO_TYPE,
  });
  if (key === undefined) throw new Error("a photo got no place in the store");
  await Promise.all([
    store.put(key, bytes, PHOTO_TYPE),
    store.put(thumbnailKey(key, 1280), sizes[1280], THUMBNAIL_TYPE),
    store.put(thumbnailKey(key, 320), sizes[320], THUMBNAIL_TYPE),
  ]);
  await completeFile.run(ctx, { fileId: id });
  const outcome = {
    status: "ready" as const,
    contentType: PHOTO_TYPE,
    size: bytes.byteLength,
    sha256,
    width,
    height,
    takenAt: picture.takenAt.toISOString(),
  };
  await processFile.run(stage.asJob("files", author.now, "fact.enter"), { fileId: id, outcome });
  return id;
}
