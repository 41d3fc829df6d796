import { type Check, some } from "./check.ts";

const SEGMENT = /(?:^|\/)([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})-[0-9a-f]{40}(?:\.\w+)?$/;
/** Segments of 16 MB in each file of the log's second number. */
const SEGMENTS_IN_FILE = 256;

const SEGMENT_BYTES = 16 * 1024 * 1024;

type Segment = { timeline: number; number: number; name: string };

/**
 * Looks for holes in the names of the archived write-ahead log, from the segment that a backup starts in. PostgreSQL
 * ends a recovery at a hole without an error, and pgBackRest does not report it.
 */
export function checkWalNames(listed: readonly string[], startOfBackup: string): Check {
  const name = "wal";
  const start = segmentIn(`${startOfBackup}-${"0".repeat(40)}`);
  if (start === null) return { name, ok: false, found: `no segment is named ${startOfBackup}` };
  const archived = listed
    .flatMap((path) => segmentIn(path) ?? [])
    .filter(({ number }) => number >= start.number);
  const missing = holes(archived, start);
  const last = archived.toSorted(byPlace).at(-1);
  return {
    name,
    ok: missing.length === 0,
    found:
      missing.length === 0
        ? `${archived.length} segments from ${start.name} to ${last?.name ?? "?"} without a hole`
        : `missing: ${some(missing)}`,
  };
}

/** Position of the write-ahead log up to which the archive reaches, as PostgreSQL writes it; null when it is empty. */
export function endOfArchive(listed: readonly string[]): string | null {
  const last = listed
    .flatMap((path) => segmentIn(path) ?? [])
    .toSorted(byPlace)
    .at(-1);
  if (last === undefined) return null;
  const end = last.number + 1;
  const hex = (value: number) => value.toString(16).toUpperCase();
  return `${hex(Math.floor(end / SEGMENTS_IN_FILE))}/${hex((end % SEGMENTS_IN_FILE) * SEGMENT_BYTES)}`;
}

function holes(archived: readonly Segment[], start: Segment): string[] {
  const byTimeline = Map.groupBy(
    archived.filter(({ timeline }) => timeline >= start.timeline),
    ({ timeline }) => timeline,
  );
  const missing: string[] = [];
  let expected = start.number;
  for (const [next, segments] of [...byTimeline].toSorted(([a], [b]) => a - b)) {
    const numbers = new Set(segments.map(({ number }) => number));
    // A later timeline begins in the middle of the one before it, at its end at the latest.
    const from = next === start.timeline ? start.number : Math.min(expected, ...numbers);
    const to = Math.max(...numbers);
    for (let number = from; number <= to; number += 1) {
      if (!numbers.has(number)) missing.push(nameOf(next, number));
    }
    expected = Math.max(expected, to + 1);
  }
  return byTimeline.size === 0 ? [start.name] : missing;
}

const byPlace = (a: Segment, b: Segment) => a.timeline - b.timeline || a.number - b.number;

function segmentIn(path: string): Segment | null {
  const match = SEGMENT.exec(path);
  if (match === null) return null;
  const [timeline = 0, file = 0, segment = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return { timeline, number: file * SEGMENTS_IN_FILE + segment, name: match.slice(1, 4).join("") };
}

function nameOf(timeline: number, number: number): string {
  return [timeline, Math.floor(number / SEGMENTS_IN_FILE), number % SEGMENTS_IN_FILE]
    .map((part) => part.toString(16).toUpperCase().padStart(8, "0"))
    .join("");
}
