import { get } from "../../../shared/api/request.ts";

/** A page of the objects that the person may see. */
export function listObjects(filters: Readonly<Record<string, string>>, cursor: string | null) {
  const query = new URLSearchParams({ limit: "50" });
  for (const [name, value] of Object.entries(filters)) if (value !== "") query.set(name, value);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/objects?${query}`, (c) => c.objectPage);
}
