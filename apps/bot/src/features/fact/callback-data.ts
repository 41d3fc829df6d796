import { PLAN_REASONS } from "@stsphera/contracts";

const NUMBER = /^-?\d{1,10}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = new RegExp(`^(?:${PLAN_REASONS.join("|")})$`);

/** Buttons of a dialogue and the argument each of them carries. */
const DIALOGUE_ACTIONS = {
  object: NUMBER,
  lines: null,
  others: NUMBER,
  days: null,
  day: DAY,
  line: NUMBER,
  yesterday: null,
  plan: null,
  add: NUMBER,
  rest: null,
  change: NUMBER,
  crews: null,
  crew: NUMBER,
  note: null,
  entry: null,
  save: null,
  reason: CODE,
  more: null,
  instead: null,
  resume: null,
  cancel: null,
} as const satisfies Record<string, RegExp | null>;

/** Buttons under a saved entry: they outlive the dialogue. */
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

export type DialogueAction = keyof typeof DIALOGUE_ACTIONS;
export type EntryAction = keyof typeof ENTRY_ACTIONS;

export type DialoguePress = {
  kind: "dialogue";
  dialogueId: string;
  action: DialogueAction;
  argument: string;
};
export type EntryPress = { kind: "entry"; factId: number; action: EntryAction; argument: string };

const MOST_BYTES = 64;

function packed(
  parts: readonly string[],
  shape: RegExp | null,
  argument: string | number | undefined,
): string {
  const text = argument === undefined ? "" : String(argument);
  if (shape === null ? text !== "" : !shape.test(text)) {
    throw new RangeError(`Not an argument of ${parts.join(":")}: "${text}"`);
  }
  const data = shape === null ? parts.join(":") : [...parts, text].join(":");
  if (Buffer.byteLength(data) > MOST_BYTES) throw new RangeError(`Callback data too long: "${data}"`);
  return data;
}

/** Callback data of a dialogue's button: `f1:<dialogue>:<action>[:<argument>]`; `f1` is the version of the format. */
export function packDialogue(dialogueId: string, action: DialogueAction, argument?: string | number): string {
  return packed(["f1", dialogueId, action], DIALOGUE_ACTIONS[action], argument);
}

/** Callback data of a button under an entry: `e1:<action>:<fact>[:<argument>]`. */
export function packEntry(factId: number, action: EntryAction, argument?: string | number): string {
  return packed(["e1", action, String(factId)], ENTRY_ACTIONS[action], argument);
}

const isDialogueAction = (name: string): name is DialogueAction => Object.hasOwn(DIALOGUE_ACTIONS, name);
const isEntryAction = (name: string): name is EntryAction => Object.hasOwn(ENTRY_ACTIONS, name);

const fits = (shape: RegExp | null, argument: string | undefined): boolean =>
  shape === null ? argument === undefined : argument !== undefined && shape.test(argument);

/** The button in callback data; null for anything that these cards never made. */
export function unpackFact(data: string): DialoguePress | EntryPress | null {
  const [version, first = "", second = "", argument, ...rest] = data.split(":");
  if (rest.length > 0) return null;
  if (version === "f1" && /^[0-9a-z]{1,13}$/.test(first) && isDialogueAction(second)) {
    if (!fits(DIALOGUE_ACTIONS[second], argument)) return null;
    return { kind: "dialogue", dialogueId: first, action: second, argument: argument ?? "" };
  }
  if (version === "e1" && /^[1-9]\d{0,9}$/.test(second) && isEntryAction(first)) {
    if (!fits(ENTRY_ACTIONS[first], argument)) return null;
    return { kind: "entry", factId: Number(second), action: first, argument: argument ?? "" };
  }
  return null;
}
