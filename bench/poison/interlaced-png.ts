import { once } from "node:events";
import { createDeflate, crc32 } from "node:zlib";

/** Adam7: first column and row of each pass, and the steps between them. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const BYTES_A_PIXEL = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A valid interlaced PNG of 16 bits a channel, with alpha: some megabytes in the mail, `side` × `side` × 8 bytes in the
 * memory of who decodes it, all of them at once.
 */
export async function interlacedPng(side: number): Promise<Buffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([16, 6, 0, 0, 1], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("IDAT", await packed(side)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function packed(side: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 1 });
  const parts: Buffer[] = [];
  deflate.on("data", (part: Buffer) => parts.push(part));
  for (const [column, row, across, down] of PASSES) {
    // A filter byte of zero, then the pixels.
    const line = Buffer.alloc(1 + Math.ceil((side - column) / across) * BYTES_A_PIXEL);
    for (let at = row; at < side; at += down) {
      if (!deflate.write(line)) await once(deflate, "drain");
    }
  }
  deflate.end();
  await once(deflate, "end");
  return Buffer.concat(parts);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
