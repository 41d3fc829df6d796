export type ObjectPress =
  | { readonly action: "list"; readonly page: number }
  | { readonly action: "card" | "add" | "invite"; readonly objectId: number }
  | { readonly action: "team"; readonly objectId: number; readonly page: number }
  | { readonly action: "member" | "deputy"; readonly objectId: number; readonly userId: number }
  | {
      readonly action: "returned";
      readonly objectId: number;
      readonly userId: number;
      readonly delegationId: number;
      readonly version: number;
    };

const LETTERS = { card: "o", add: "a", invite: "i" } as const;
const PERSONAL = { member: "m", deputy: "d" } as const;
const NUMBER = "([1-9]\\d{0,9})";
const PERSON = new RegExp(`^ob:([md]):${NUMBER}:${NUMBER}$`);
const RETURNED = new RegExp(`^ob:e:${NUMBER}:${NUMBER}:${NUMBER}:${NUMBER}$`);
const DATA = /^ob:(?:l:(\d{1,3})|([oai]):([1-9]\d{0,9})|t:([1-9]\d{0,9}):(\d{1,3}))$/;

/**
 * Callback data of objects: `ob:l:<page>`, `ob:o:<id>`, `ob:t:<id>:<page>`, `ob:a:<id>`, `ob:i:<id>`; of members
 * `ob:m:<object>:<user>`, `ob:d:<object>:<user>`, `ob:e:<object>:<user>:<delegation>:<version>`.
 */
export function packObject(press: ObjectPress): string {
  if (press.action === "list") return `ob:l:${press.page}`;
  const { objectId } = press;
  switch (press.action) {
    case "team":
      return `ob:t:${objectId}:${press.page}`;
    case "member":
    case "deputy":
      return `ob:${PERSONAL[press.action]}:${objectId}:${press.userId}`;
    case "returned":
      return `ob:e:${objectId}:${press.userId}:${press.delegationId}:${press.version}`;
  }
  return `ob:${LETTERS[press.action]}:${press.objectId}`;
}

/** Parses callback data of objects; null for other data. */
export function unpackObject(data: string): ObjectPress | null {
  const person = PERSON.exec(data);
  if (person !== null) {
    const action = person[1] === "m" ? "member" : "deputy";
    return { action, objectId: Number(person[2]), userId: Number(person[3]) };
  }
  const ended = RETURNED.exec(data)?.slice(1).map(Number);
  if (ended !== undefined) {
    const [objectId = 0, userId = 0, delegationId = 0, version = 0] = ended;
    return { action: "returned", objectId, userId, delegationId, version };
  }
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, page, letter, objectId, teamId, teamPage] = match;
  if (page !== undefined) return { action: "list", page: Number(page) };
  if (teamId !== undefined) return { action: "team", objectId: Number(teamId), page: Number(teamPage) };
  const action = (["card", "add", "invite"] as const).find((one) => LETTERS[one] === letter);
  return action === undefined ? null : { action, objectId: Number(objectId) };
}
