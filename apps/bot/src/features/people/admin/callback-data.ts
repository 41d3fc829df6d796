import { isRole, type Role } from "@stsphera/rbac";

export type AdminPress =
  | { readonly action: "home" | "search" }
  | { readonly action: "waiting" | "people"; readonly page: number }
  | { readonly action: "person"; readonly userId: number }
  | {
      readonly action: "roles" | "deactivate" | "reactivate";
      readonly userId: number;
      readonly version: number;
    }
  | { readonly action: "role"; readonly userId: number; readonly version: number; readonly role: Role };

const LISTS = { waiting: "w", people: "p" } as const;
const CHANGES = { roles: "r", deactivate: "d", reactivate: "e" } as const;
const NUMBER = "([1-9]\\d{0,9})";
const LIST = /^ad:([wp]):(\d{1,4})$/;
const PERSON = new RegExp(`^ad:u:${NUMBER}$`);
const CHANGE = new RegExp(`^ad:([rde]):${NUMBER}:${NUMBER}$`);
const ROLE = new RegExp(`^ad:s:${NUMBER}:${NUMBER}:([a-z_]{2,24})$`);

/** Callback data of /admin: lists `ad:w:<page>`, a person `ad:u:<id>`, changes `ad:<letter>:<id>:<version>[:<role>]`. */
export function packAdmin(press: AdminPress): string {
  switch (press.action) {
    case "home":
      return "ad:m";
    case "search":
      return "ad:f";
    case "waiting":
    case "people":
      return `ad:${LISTS[press.action]}:${press.page}`;
    case "person":
      return `ad:u:${press.userId}`;
    case "role":
      return `ad:s:${press.userId}:${press.version}:${press.role}`;
    default:
      return `ad:${CHANGES[press.action]}:${press.userId}:${press.version}`;
  }
}

const named = <T extends string>(letters: Record<T, string>, letter: string | undefined): T | undefined =>
  (Object.keys(letters) as T[]).find((name) => letters[name] === letter);

/** Parses callback data of /admin; null for other data. The verb checks the rights. */
export function unpackAdmin(data: string): AdminPress | null {
  if (data === "ad:m") return { action: "home" };
  if (data === "ad:f") return { action: "search" };
  const list = LIST.exec(data);
  const listed = named(LISTS, list?.[1]);
  if (listed !== undefined) return { action: listed, page: Number(list?.[2]) };
  const person = PERSON.exec(data);
  if (person !== null) return { action: "person", userId: Number(person[1]) };
  const change = CHANGE.exec(data);
  const changed = named(CHANGES, change?.[1]);
  if (changed !== undefined) {
    return { action: changed, userId: Number(change?.[2]), version: Number(change?.[3]) };
  }
  const given = ROLE.exec(data);
  const role = given?.[3];
  if (!isRole(role)) return null;
  return { action: "role", userId: Number(given?.[1]), version: Number(given?.[2]), role };
}
