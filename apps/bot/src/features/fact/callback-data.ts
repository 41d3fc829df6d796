import { entryButton } from "@stsphera/core/cards/facts";
import { PLAN_REASONS } from "@stsphera/contracts";
import { isDay } from "@stsphera/contracts/forms";

const MAX_ID = 2_147_483_647;
const NUMBER = /^\d{1,10}$/;
const CODE = new RegExp(`^(?:${PLAN_REASONS.join("|")})$`);

/** Buttons under a saved entry; they keep working after the dialogue has ended. */
const ENTRY_ACTIONS = {
  undo: null,
  restore: null,
  fix: null,
  why: null,
  because: CODE,
  card: null,
  next: NUMBER,
  all: null,
} as const satisfies Record<string, RegExp | null>;

export type EntryAction = keyof typeof ENTRY_ACTIONS;

export type EntryPress = { factId: number; action: EntryAction; argument: string };

/** Callback data of a button under an entry: `e1:<action>:<fact>[:<argument>]`. */
export function packEntry(factId: number, action: EntryAction, argument?: string | number): string {
  const data = entryButton(action, factId, ...(argument === undefined ? [] : [String(argument)]));
  if (unpackEntry(data) === null) throw new RangeError(`Not a button of an entry: "${data}"`);
  return data;
}

const isEntryAction = (name: string): name is EntryAction => Object.hasOwn(ENTRY_ACTIONS, name);

const fits = (shape: RegExp | null, argument: string | undefined): boolean =>
  shape === null ? argument === undefined : argument !== undefined && shape.test(argument);

/** Parses callback data of an entry's button; null for data that these cards never create. */
export function unpackEntry(data: string): EntryPress | null {
  const [version, action = "", factId = "", argument, ...rest] = data.split(":");
  if (version !== "e1" || rest.length > 0) return null;
  if (!/^[1-9]\d{0,9}$/.test(factId) || !isEntryAction(action)) return null;
  if (!fits(ENTRY_ACTIONS[action], argument)) return null;
  return { factId: Number(factId), action, argument: argument ?? "" };
}

/** Entering facts of a day, confirming its entries, or undoing what could be undone until an instant (ms). */
export type DayPress = { objectId: number; date: string } & (
  | { action: "confirm" }
  | { action: "enter" }
  | { action: "undo"; until: number }
);

/** Parses callback data of a button about a day of facts; null for other data. */
export function unpackDay(data: string): DayPress | null {
  const [, plain, objectId, date = "", until] =
    /^fd:(?:(confirm|enter)|undo):([1-9]\d{0,9}):([\d-]{10})(?::(\d{13}))?$/.exec(data) ?? [];
  if (Number(objectId) > MAX_ID || !isDay(date)) return null;
  const day = { objectId: Number(objectId), date };
  if (plain !== undefined) {
    const action = plain === "enter" ? "enter" : "confirm";
    return until === undefined ? { ...day, action } : null;
  }
  return until === undefined ? null : { ...day, action: "undo", until: Number(until) };
}
