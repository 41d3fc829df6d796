import { createRequire } from "node:module";
import { PhotoError } from "../errors.ts";

/** Raw pixels, four bytes each, upright: the decoder applies the rotation that the file asks for. */
export type RawPicture = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** The part of heic-decode that is used; its published types describe an older version. */
type HeicDecode = {
  all(input: { buffer: Uint8Array }): Promise<
    readonly {
      readonly width: number;
      readonly height: number;
      decode(): Promise<{
        readonly width: number;
        readonly height: number;
        readonly data: Uint8ClampedArray;
      }>;
    }[] & { dispose(): void }
  >;
};

/**
 * Decodes the first picture of a HEIC file. libheif is compiled to WebAssembly, since the native build of the image
 * library has no decoder for it. `maxBytes` limits the pixels, which are counted before they are decoded. Throws
 * PhotoError.
 */
export async function decodeHeic(bytes: Uint8Array, maxBytes: number): Promise<RawPicture> {
  const heic = createRequire(import.meta.url)("heic-decode") as HeicDecode;
  const pictures = await heic.all({ buffer: bytes });
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
