import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { DecodeTimeout, PhotoError, type PhotoProblem } from "../errors.ts";
import { createDecoder, type Decoder, type DecoderOptions } from "./decoder.ts";

/** The decoder steps back for everybody else: on a busy machine it takes its time. */
vi.setConfig({ testTimeout: 180_000 });

const open: Decoder[] = [];
afterAll(() => vi.resetConfig());
afterEach(() => open.splice(0).forEach((decoder) => decoder.close()));

function decoder(options?: DecoderOptions): Decoder {
  const made = createDecoder(options);
  open.push(made);
  return made;
}

const photo = () =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: "#27506b" } })
    .jpeg()
    .toBuffer();
const noise = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();

async function problemOf(promise: Promise<unknown>): Promise<PhotoProblem | "accepted"> {
  try {
    await promise;
    return "accepted";
  } catch (error) {
    if (error instanceof PhotoError) return error.problem;
    throw error;
  }
}

/** The head of an interlaced PNG of 16 bits a channel, with a body that ends at once. */
function interlaced(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const framed = Buffer.alloc(8 + body.length);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), 4 + body.length);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([16, 6, 0, 0, 1], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

test("a photo is decoded in another process, one after the other", async () => {
  const { decode } = decoder();
  const bytes = await photo();
  const [first, second] = await Promise.all([decode(bytes), decode(bytes)]);
  expect(first).toMatchObject({ type: "image/jpeg", width: 600, height: 300 });
  expect(second?.sizes[320].byteLength).toBeGreaterThan(0);
});

test("an iPhone's HEIC becomes a picture that can be seen", async () => {
  const heic = await readFile(new URL("../testing/window.heic", import.meta.url));
  const decoded = await decoder().decode(heic);
  expect(decoded).toMatchObject({ type: "image/heic", width: 96, height: 64 });
  const { data, info } = await sharp(decoded.sizes[1280]).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ];
  const near = (color: number[], expected: number[]) =>
    color.every((value, index) => Math.abs(value - (expected[index] ?? 0)) < 24);
  expect(near(at(20, 30), [0xd9, 0xa4, 0x41])).toBe(true);
  expect(near(at(80, 30), [0x27, 0x50, 0x6b])).toBe(true);
});

test("an interlaced picture of 10,000 × 10,000 × 16 bits is refused by its head", async () => {
  const { decode } = decoder();
  const poison = interlaced(10_000);
  const problems = await Promise.all(Array.from({ length: 6 }, () => problemOf(decode(poison))));
  expect(new Set(problems)).toEqual(new Set(["too_many_pixels"]));
  expect(await decode(await photo())).toMatchObject({ width: 600 });
});

test("what needs too much memory or time is refused, and the next photo is decoded", async () => {
  const bytes = await noise(1500);
  const small = decoder({ maxMemory: 1, watchEvery: 1 });
  expect(await problemOf(small.decode(bytes))).toBe("too_many_pixels");
  const hasty = decoder({ maxTime: 1 });
  await expect(hasty.decode(bytes)).rejects.toBeInstanceOf(DecodeTimeout);
  const patient = decoder();
  expect(await problemOf(patient.decode(Buffer.from("not a photo")))).toBe("unsupported_type");
  expect(await patient.decode(await photo())).toMatchObject({ width: 600 });
});

test("closing rejects what is in hand by an error that does not speak of the photo", async () => {
  const closing = decoder();
  const waiting = closing.decode(await noise(2000));
  setTimeout(() => closing.close(), 5);
  await expect(waiting).rejects.toThrow("the decoder is closed");
});
