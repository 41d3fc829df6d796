export type ObjectPress =
  | { readonly action: "list"; readonly page: number }
  | { readonly action: "card" | "add" | "invite"; readonly objectId: number }
  | { readonly action: "team"; readonly objectId: number; readonly page: number };

const LETTERS = { card: "o", add: "a", invite: "i" } as const;
const DATA = /^ob:(?:l:(\d{1,3})|([oai]):([1-9]\d{0,9})|t:([1-9]\d{0,9}):(\d{1,3}))$/;

/** Callback data of objects: `ob:l:<page>`, `ob:o:<id>`, `ob:t:<id>:<page>`, `ob:a:<id>`, `ob:i:<id>`. */
export function packObject(press: ObjectPress): string {
  if (press.action === "list") return `ob:l:${press.page}`;
  if (press.action === "team") return `ob:t:${press.objectId}:${press.page}`;
  return `ob:${LETTERS[press.action]}:${press.objectId}`;
}

/** The press in callback data; null for other data. */
export function unpackObject(data: string): ObjectPress | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, page, letter, objectId, teamId, teamPage] = match;
  if (page !== undefined) return { action: "list", page: Number(page) };
  if (teamId !== undefined) return { action: "team", objectId: Number(teamId), page: Number(teamPage) };
  const action = (["card", "add", "invite"] as const).find((one) => LETTERS[one] === letter);
  return action === undefined ? null : { action, objectId: Number(objectId) };
}
