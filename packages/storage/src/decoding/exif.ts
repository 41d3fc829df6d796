const EXIF_POINTER = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const ASCII = 2;
const LONG = 4;
const HEADER = "Exif\0\0";

type Entry = { readonly type: number; readonly count: number; readonly valueAt: number };

/**
 * When a picture was taken, by the camera's clock: `2026-09-10T17:05:00`, followed by `+03:00` if the camera recorded
 * its zone. Undefined when EXIF is absent or unreadable. Source: EXIF 2.32, tags DateTimeOriginal and
 * OffsetTimeOriginal.
 */
export function takenAtOf(exif: Buffer): string | undefined {
  const start = exif.subarray(0, HEADER.length).toString("latin1") === HEADER ? HEADER.length : 0;
  const tiff = exif.subarray(start);
  const order = tiff.subarray(0, 2).toString("latin1");
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return undefined;
  const reader = readerOf(tiff, order === "II");
  const pointer = reader.entriesAt(reader.long(4)).get(EXIF_POINTER);
  if (pointer?.type !== LONG) return undefined;
  const entries = reader.entriesAt(reader.long(pointer.valueAt));
  const taken = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(reader.text(entries.get(DATE_TIME_ORIGINAL)));
  if (taken === null) return undefined;
  const local = `${taken[1]}-${taken[2]}-${taken[3]}T${taken[4]}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return undefined;
  const offset = reader.text(entries.get(OFFSET_TIME_ORIGINAL));
  return /^[+-]\d\d:\d\d$/.test(offset) ? local + offset : local;
}

function readerOf(tiff: Buffer, littleEndian: boolean) {
  const within = (at: number, bytes: number) => at >= 0 && at + bytes <= tiff.length;
  const short = (at: number): number =>
    within(at, 2) ? (littleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0;
  const long = (at: number): number =>
    within(at, 4) ? (littleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0;

  const entriesAt = (directory: number): ReadonlyMap<number, Entry> => {
    const entries = new Map<number, Entry>();
    for (let index = 0; index < short(directory); index += 1) {
      const at = directory + 2 + index * 12;
      if (!within(at, 12)) break;
      entries.set(short(at), { type: short(at + 2), count: long(at + 4), valueAt: at + 8 });
    }
    return entries;
  };

  const text = (entry: Entry | undefined): string => {
    if (entry?.type !== ASCII || entry.count > 64) return "";
    const at = entry.count > 4 ? long(entry.valueAt) : entry.valueAt;
    return within(at, entry.count) ? tiff.toString("latin1", at, at + entry.count).replace(/\0+$/, "") : "";
  };

  return { long, entriesAt, text };
}
