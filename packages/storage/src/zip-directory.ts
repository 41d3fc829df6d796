const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const HEADER_BYTES = 46;
const SATURATED_16 = 0xffff;
const SATURATED_32 = 0xffff_ffff;
/** No name relevant for detecting the kind is longer. */
const NAME_SHOWN = 64;

type Directory = { readonly from: number; readonly size: number; readonly entries: number };

/** Whether a file begins like a ZIP archive: with a first entry, or with the end record of an empty one. */
export function beginsAsZip(bytes: Uint8Array): boolean {
  const buffer = viewOf(bytes);
  const mark = buffer.toString("latin1", 0, 4);
  return mark === "PK\u0003\u0004" || mark === "PK\u0005\u0006";
}

/**
 * Visits the beginning of each entry's name, in lower case with `/` between folders, as listed in the archive's
 * directory. Entries are not unpacked, so a bomb costs no more than its directory. False when the directory is
 * truncated or inconsistent. Source: PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16.
 */
export function visitZipNames(bytes: Uint8Array, visit: (name: string) => void): boolean {
  const buffer = viewOf(bytes);
  const directory = directoryOf(buffer);
  if (directory === undefined) return false;
  const { from, size, entries } = directory;
  const end = from + size;
  let at = from;
  let seen = 0;
  while (at + HEADER_BYTES <= end && buffer.toString("latin1", at, at + 4) === "PK\u0001\u0002") {
    const [name, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
    const next = at + HEADER_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > end) return false;
    const shown = Math.min(name ?? 0, NAME_SHOWN);
    const text = buffer.toString("latin1", at + HEADER_BYTES, at + HEADER_BYTES + shown);
    visit(text.replaceAll("\\", "/").toLowerCase());
    seen += 1;
    at = next;
  }
  return at === end && seen === entries;
}

/** Position of the directory from the end record; undefined without one. */
function directoryOf(buffer: Buffer): Directory | undefined {
  const earliest = Math.max(0, buffer.length - END_BYTES - LONGEST_COMMENT);
  for (let at = buffer.length - END_BYTES; at >= earliest; at -= 1) {
    if (buffer.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + END_BYTES + buffer.readUInt16LE(at + 20) !== buffer.length) continue;
    const [entries, size, from] = [
      buffer.readUInt16LE(at + 10),
      buffer.readUInt32LE(at + 12),
      buffer.readUInt32LE(at + 16),
    ];
    const large = entries === SATURATED_16 || size === SATURATED_32 || from === SATURATED_32;
    const directory = (large ? largeDirectoryOf(buffer, at) : undefined) ?? { entries, size, from };
    return directory.from + directory.size <= at ? directory : undefined;
  }
  return undefined;
}

/** The same for a ZIP64 archive, whose numbers do not fit the usual end record; undefined if it is not one. */
function largeDirectoryOf(buffer: Buffer, endAt: number): Directory | undefined {
  const locator = endAt - 20;
  if (locator < 0 || buffer.readUInt32LE(locator) !== 0x07064b50) return undefined;
  const at = Number(buffer.readBigUInt64LE(locator + 8));
  if (at + 56 > locator || buffer.readUInt32LE(at) !== 0x06064b50) return undefined;
  const number = (offset: number) => Number(buffer.readBigUInt64LE(at + offset));
  return { entries: number(32), size: number(40), from: number(48) };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
