import type { UserCard } from "@stsphera/contracts";
import type { UserMove } from "@stsphera/contracts/vocabulary";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get, write } from "../../../shared/api/request.ts";

export const peopleKeys = {
  list: (filters: Readonly<Record<string, string>>) => ["people", filters],
  person: (id: number) => ["person", id],
  departments: ["departments"],
};

export function listPeople(filters: Readonly<Record<string, string>>, cursor: string | null) {
  const query = new URLSearchParams({ limit: "50" });
  for (const [name, value] of Object.entries(filters)) if (value !== "") query.set(name, value);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/users?${query}`, (c) => c.userPage);
}

export const getDepartments = () => get("/api/org", (c) => c.org);

export const getPerson = (id: number) => get(`/api/users/${id}`, (c) => c.userCard);

export type PersonAct = UserMove | "role";
type Whom = Pick<UserCard, "id" | "version">;

/** How each act on a person's access is asked for. */
export function personRequest({ id, version }: Whom, action: PersonAct, input: object): ActRequest {
  if (action === "role") return { method: "PATCH", path: `/api/users/${id}`, body: { version, ...input } };
  return { method: "POST", path: `/api/users/${id}/transitions`, body: { move: action, version, ...input } };
}

/** Closes access; the answer says what the person leaves behind. */
export const deactivate = ({ id, version }: Whom, input: object, key: string) =>
  write(
    "POST",
    `/api/users/${id}/transitions`,
    { body: { move: "deactivate", version, ...input }, key },
    (c) => c.userTransitionAnswer,
  );

/** A one-time link for somebody else, shown once. */
export const giveLink = (userId: number, input: object, key: string) =>
  write("POST", "/api/auth/given-links", { body: { userId, ...input }, key }, (c) => c.signInLink);
