/** Reasons for refusing a newcomer; each has its own text. */
export const REFUSALS = ["unknown_person", "second_request", "wrong_bot"] as const;
export type Refusal = (typeof REFUSALS)[number];

export type PeopleAction =
  | { readonly action: "reject"; readonly userId: number; readonly refusal: Refusal }
  | { readonly action: "back"; readonly userId: number };

const DATA = /^ur:([1-9]\d{0,9}):(back|[a-z_]{2,24})$/;

/** Callback data of the choices under a newcomer's card: `ur:<userId>:<reason>` and `ur:<userId>:back`. */
export function packPeople(action: PeopleAction): string {
  return `ur:${action.userId}:${action.action === "back" ? "back" : action.refusal}`;
}

/** Parses callback data of these choices; null for other data. */
export function unpackPeople(data: string): PeopleAction | null {
  const match = DATA.exec(data);
  const userId = Number(match?.[1]);
  if (match?.[2] === "back") return { action: "back", userId };
  const refusal = REFUSALS.find((code) => code === match?.[2]);
  return refusal === undefined ? null : { action: "reject", userId, refusal };
}
