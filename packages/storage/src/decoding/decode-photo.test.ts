import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { PhotoError, type PhotoProblem } from "../errors.ts";
import { takenAtOf } from "./exif.ts";
import { MAX_PHOTO_BYTES, sniffImage } from "../photo-type.ts";
import { decodePhoto } from "./decode-photo.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#27506b" } });

async function problemOf(promise: Promise<unknown>): Promise<PhotoProblem | "accepted"> {
  try {
    await promise;
    return "accepted";
  } catch (error) {
    if (error instanceof PhotoError) return error.problem;
    throw error;
  }
}

/** The `ftyp` box of a HEIC file, followed by no valid content. */
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(200),
]);

describe("the type of a file by its bytes", () => {
  test("jpeg, png, webp and heic are photos", async () => {
    expect(await sniffImage(await picture(4, 4).jpeg().toBuffer())).toBe("image/jpeg");
    expect(await sniffImage(await picture(4, 4).png().toBuffer())).toBe("image/png");
    expect(await sniffImage(await picture(4, 4).webp().toBuffer())).toBe("image/webp");
    expect(await sniffImage(heic)).toBe("image/heic");
  });

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1")],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
  ])("%s is not", async (_name, bytes) => {
    expect(await problemOf(sniffImage(bytes))).toBe("unsupported_type");
  });

  test("the limit is 20 MB", async () => {
    const jpeg = await picture(4, 4).jpeg().toBuffer();
    const padded = (size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)]);
    expect(await problemOf(sniffImage(padded(MAX_PHOTO_BYTES)))).toBe("accepted");
    expect(await problemOf(sniffImage(padded(MAX_PHOTO_BYTES + 1)))).toBe("too_large");
  });
});

describe("smaller versions", () => {
  test("fit their boxes, keep the proportions and report the photo's size", async () => {
    const made = await decodePhoto(await picture(2000, 1000).jpeg().toBuffer());
    expect([made.width, made.height]).toEqual([2000, 1000]);
    expect(await sharp(made.sizes[1280]).metadata()).toMatchObject({
      format: "webp",
      width: 1280,
      height: 640,
    });
    expect(await sharp(made.sizes[320]).metadata()).toMatchObject({
      format: "webp",
      width: 320,
      height: 160,
    });
    expect(made.takenAt).toBeUndefined();
  });

  test("of a small photo are not enlarged", async () => {
    const made = await decodePhoto(await picture(200, 100).png().toBuffer());
    expect(await sharp(made.sizes[1280]).metadata()).toMatchObject({ width: 200, height: 100 });
  });

  test("are upright, without location and camera, and the time is read before", async () => {
    const exif = {
      IFD0: { Make: "Camera" },
      IFD2: { DateTimeOriginal: "2026:09:10 17:05:00", OffsetTimeOriginal: "+03:00" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "55/1 45/1 0/1" },
    };
    const photo = await picture(400, 200).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
    const made = await decodePhoto(photo);
    expect([made.width, made.height]).toEqual([200, 400]);
    expect(made.takenAt).toBe("2026-09-10T17:05:00+03:00");
    for (const size of [320, 1280] as const) {
      const metadata = await sharp(made.sizes[size]).metadata();
      expect(metadata.exif).toBeUndefined();
      expect(metadata.height).toBeGreaterThan(metadata.width);
    }
  });

  test("a photo that cannot be decoded is refused with the reason", async () => {
    const jpeg = await picture(300, 300).jpeg().toBuffer();
    expect(await problemOf(decodePhoto(heic))).toBe("heic_not_decodable");
    expect(await problemOf(decodePhoto(jpeg.subarray(0, 200)))).toBe("damaged");
    const vast = await sharp({ create: { width: 10_001, height: 10_000, channels: 3, background: "#000" } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(await problemOf(decodePhoto(vast))).toBe("too_many_pixels");
  });
});

describe("the camera's time", () => {
  test("is undefined when EXIF is truncated, empty or cyclic", () => {
    const circle = Buffer.from(
      "Exif\0\0II*\0\u0008\0\0\0\u0001\0i\u0087\u0004\0\u0001\0\0\0\u0008\0\0\0",
      "latin1",
    );
    for (const exif of [Buffer.alloc(0), Buffer.from("Exif\0\0II"), Buffer.alloc(64, 0xff), circle]) {
      expect(takenAtOf(exif)).toBeUndefined();
    }
  });
});
