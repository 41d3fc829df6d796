/** A button press inside a dialogue: its id, the action and the argument. */
export type StepPress = {
  readonly dialogueId: string;
  readonly action: string;
  readonly argument: string;
};

const DATA = /^d1:([0-9a-z]{1,13}):([a-z_]{2,16})(?::([\p{L}\p{N}_.-]{1,24}))?$/u;

/** Callback data of a dialogue button: `d1:<dialogue>:<action>[:<argument>]`; each feature defines its own actions. */
export function packStep(dialogueId: string, action: string, argument?: string | number): string {
  const data = ["d1", dialogueId, action, ...(argument === undefined ? [] : [String(argument)])].join(":");
  if (unpackStep(data) === null) throw new RangeError(`Not a button of a dialogue: "${data}"`);
  return data;
}

/** Parses callback data of a dialogue; null for other data. */
export function unpackStep(data: string): StepPress | null {
  const match = DATA.exec(data);
  const [, dialogueId, action, argument = ""] = match ?? [];
  return dialogueId === undefined || action === undefined ? null : { dialogueId, action, argument };
}

const ID = /^[1-9]\d{0,9}$/;
const MAX_ID = 2_147_483_647;

/** A row id from a button argument; null when it is not a number. */
export const idIn = (argument: string): number | null =>
  ID.test(argument) && Number(argument) <= MAX_ID ? Number(argument) : null;

/** A page number from a button argument; 0 when it is not a number. */
export const pageIn = (argument: string): number => (/^\d{1,4}$/.test(argument) ? Number(argument) : 0);
