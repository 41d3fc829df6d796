import { deflateRawSync } from "node:zlib";

export type Entry = {
  name: string;
  /** The stored bytes of the entry; by default compressed text. */
  packed?: Uint8Array;
  /** The unpacked size stated in the archive. */
  unpackedSize?: number;
};

const WORDS = Buffer.from("фасад ".repeat(50));

/** A ZIP archive of these entries, optionally with a comment at its end. */
export function zipOf(entries: readonly (Entry | string)[], comment = ""): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const {
      name,
      packed = deflateRawSync(WORDS),
      unpackedSize,
    } = typeof entry === "string" ? { name: entry } : entry;
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.byteLength, 14);
    common.writeUInt32LE(unpackedSize ?? WORDS.byteLength, 18);
    common.writeUInt16LE(title.byteLength, 22);
    const file = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), common, place, title);
    files.push(file);
    at += file.byteLength;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.byteLength, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...files, list, end, Buffer.from(comment)]);
}

/** The same archive with a ZIP64 end record. */
export function asZip64(zip: Buffer): Buffer {
  const end = zip.subarray(-22);
  const body = zip.subarray(0, -22);
  const large = Buffer.alloc(56);
  large.write("PK\u0006\u0006", "latin1");
  large.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) large.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), at);
  large.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  large.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\u0006\u0007", "latin1");
  locator.writeBigUInt64LE(BigInt(body.byteLength), 8);
  const saturated = Buffer.from(end).fill(0xff, 8, 20);
  return Buffer.concat([body, large, locator, saturated]);
}
