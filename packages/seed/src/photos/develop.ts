import { decodePhoto, sha256Hex } from "@stsphera/storage";
import sharp from "sharp";
import { drawPicture } from "./draw-picture.ts";
import type { Picture } from "./pictures.ts";

/** A photo as a phone sends it, with its two thumbnails. */
export type Photo = {
  picture: Picture;
  bytes: Uint8Array;
  sha256: string;
  width: number;
  height: number;
  sizes: Readonly<Record<320 | 1280, Uint8Array>>;
};

const AT_ONCE = 2;
export const PHOTO_TYPE = "image/jpeg";

/** Renders all pictures, two at a time, in the order of the list. */
export async function developAll(pictures: readonly Picture[]): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (let at = 0; at < pictures.length; at += AT_ONCE) {
    photos.push(...(await Promise.all(pictures.slice(at, at + AT_ONCE).map(develop))));
  }
  return photos;
}

async function develop(picture: Picture): Promise<Photo> {
  const drawn = await sharp(Buffer.from(drawPicture(picture)))
    .jpeg({ quality: 86 })
    .toBuffer();
  const bytes = new Uint8Array(drawn);
  const { sizes, width, height } = await decodePhoto(bytes);
  return { picture, bytes, sha256: sha256Hex(bytes), width, height, sizes };
}
