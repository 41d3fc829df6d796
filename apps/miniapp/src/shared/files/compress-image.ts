import { fitInside } from "./fit-inside.ts";
import type { PhotoFile } from "./upload-photo.ts";

const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

async function bitmapOf(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * A JPEG of at most 1600 px, upright. A picture that this phone cannot read (HEIC on some) goes as it is, the server
 * reads it.
 */
export async function compressImage(file: File): Promise<PhotoFile> {
  const bitmap = await bitmapOf(file);
  if (bitmap === null) return { blob: file, name: file.name };
  const { width, height } = fitInside(bitmap.width, bitmap.height, LONGEST_SIDE);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await jpegOf(canvas);
  const name = `${file.name.replace(/\.[^.]*$/, "") || "photo"}.jpg`;
  return blob === null ? { blob: file, name: file.name } : { blob, name };
}
