import { isDay } from "@stsphera/contracts/forms";
import type { Shift } from "@stsphera/contracts/vocabulary";

/** A press about a shift: of an object's day, of a record, or of a closing. */
export type ShiftPress =
  | {
      readonly action: "downtime" | "note" | "close";
      readonly objectId: number;
      readonly day: string;
      readonly shift?: Shift;
      /** Whose part is closed, 0 for what is no foreman's; the presser's own unless given. */
      readonly foremanId?: number;
    }
  | {
      readonly action: "withdraw" | "reopen";
      readonly id: number;
      readonly version: number;
    };

const LETTERS = { downtime: "d", note: "n", close: "c", withdraw: "w", reopen: "r" } as const;
const OF_DAY = /^sh:([dnc]):([1-9]\d{0,9}):([\d-]{10})(:n)?(?::f(0|[1-9]\d{0,9}))?$/;
const OF_THING = /^sh:([wr]):([1-9]\d{0,9}):([1-9]\d{0,8})$/;
const MAX_ID = 2_147_483_647;

/**
 * Callback data of shifts: `sh:<letter>:<object>:<day>`, of a night with `:n`, of another's part with `:f<foreman>`, or
 * `sh:<letter>:<id>:<version>`.
 */
export function packShift(press: ShiftPress): string {
  const night = "day" in press && press.shift === "night" ? ["n"] : [];
  const whose = "day" in press && press.foremanId !== undefined ? [`f${press.foremanId}`] : [];
  const tail = "day" in press ? [press.objectId, press.day, ...night, ...whose] : [press.id, press.version];
  return ["sh", LETTERS[press.action], ...tail].join(":");
}

/** Parses callback data of shifts; null for other data. */
export function unpackShift(data: string): ShiftPress | null {
  const [, ofDay, object, day = "", night, foreman] = OF_DAY.exec(data) ?? [];
  if (ofDay !== undefined) {
    const action = ofDay === "d" ? "downtime" : ofDay === "n" ? "note" : "close";
    const shift = night === undefined ? "day" : "night";
    if (!isDay(day) || Number(object) > MAX_ID || Number(foreman ?? 0) > MAX_ID) return null;
    const whose = foreman === undefined ? {} : { foremanId: Number(foreman) };
    return { action, objectId: Number(object), day, shift, ...whose };
  }
  const [, letter, id, version] = OF_THING.exec(data) ?? [];
  if (letter === undefined || Number(id) > MAX_ID) return null;
  return { action: letter === "w" ? "withdraw" : "reopen", id: Number(id), version: Number(version) };
}
