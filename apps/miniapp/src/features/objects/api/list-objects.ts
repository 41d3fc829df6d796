import { get } from "../../../shared/api/request.ts";

/** A page of the objects that the person may see. */
export function listObjects(cursor: string | null) {
  const query = new URLSearchParams({ limit: "50", ...(cursor === null ? {} : { cursor }) });
  return get(`/api/objects?${query}`, (c) => c.objectPage);
}
