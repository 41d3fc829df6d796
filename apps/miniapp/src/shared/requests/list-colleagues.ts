import { get } from "../api/request.ts";

export const COLLEAGUES_KEY = ["colleagues"] as const;

/** Everybody with access: a company is read whole, so that a name is found while it is typed. */
export async function listColleagues() {
  const people = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({ status: "active", limit: "200" });
    if (cursor !== null) query.set("cursor", cursor);
    const { items, nextCursor } = await get(`/api/users?${query}`, (c) => c.userPage);
    people.push(...items);
    cursor = nextCursor;
  } while (cursor !== null);
  return people;
}
