import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; text: string };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the earliest day of the format: the same content is the same file. */
const DAY = 0x0021;

type Packed = { name: Buffer; data: Buffer; sum: number; size: number };

const pack = ({ name, text }: ZipEntry): Packed => {
  const raw = Buffer.from(text, "utf8");
  return { name: Buffer.from(name, "utf8"), data: deflateRawSync(raw), sum: crc32(raw), size: raw.length };
};

/** The fields that a local and a central header have in common. */
function common(header: Buffer, from: number, { name, data, sum, size }: Packed): void {
  header.writeUInt16LE(VERSION, from);
  header.writeUInt16LE(FLAGS, from + 2);
  header.writeUInt16LE(DEFLATED, from + 4);
  header.writeUInt16LE(DAY, from + 8);
  header.writeUInt32LE(sum, from + 10);
  header.writeUInt32LE(data.length, from + 14);
  header.writeUInt32LE(size, from + 18);
  header.writeUInt16LE(name.length, from + 22);
}

/** A ZIP archive of texts, deflated (PKWARE APPNOTE 6.3); for files far below its 4 GB and 65,535 entries. */
export function zip(entries: readonly ZipEntry[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries.map(pack)) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    common(local, 4, entry);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    common(central, 6, entry);
    central.writeUInt32LE(offset, 42);
    parts.push(local, entry.name, entry.data);
    directory.push(central, entry.name);
    offset += local.length + entry.name.length + entry.data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
