/// <reference path="./heic-decode.d.ts" />
import { PhotoError } from "../errors.ts";

/** Raw pixels, four bytes each, upright: the decoder applies the rotation that the file asks for. */
export type RawPicture = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/**
 * Decodes the first picture of a HEIC file. libheif is compiled to WebAssembly, since the native build of the image
 * library has no decoder for it. `maxBytes` limits the pixels, which are counted before they are decoded. Throws
 * PhotoError.
 */
export async function decodeHeic(bytes: Uint8Array, maxBytes: number): Promise<RawPicture> {
  const { default: decode } = await import("heic-decode");
  const pictures = await decode.all({ buffer: bytes });
  try {
    const [first] = pictures;
    if (first === undefined) throw new PhotoError("damaged");
    if (first.width * first.height * 4 > maxBytes) throw new PhotoError("too_many_pixels");
    const { data, width, height } = await first.decode();
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
  } finally {
    pictures.dispose();
  }
}
