import type { WorkType } from "@stsphera/contracts";
import type { ActRequest } from "../../kit/entity/use-acts.ts";
import { get } from "../../shared/api/request.ts";

export const worksKey = (search: string) => ["work-types", search] as const;

export function listWorks(search: string, cursor: string | null) {
  const query = new URLSearchParams({ limit: "50" });
  if (search !== "") query.set("search", search);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/work-types?${query}`, (c) => c.workTypePage);
}

export type WorkAct = "create" | "edit";

/** A new work has no row yet; the choice of a photo is a word in the sheet. */
export function workRequest(work: WorkType | null, input: Readonly<Record<string, unknown>>): ActRequest {
  const { requiresPhoto, ...rest } = input;
  const body = {
    ...rest,
    ...(requiresPhoto === undefined ? {} : { requiresPhoto: requiresPhoto === "yes" }),
  };
  if (work === null) return { method: "POST", path: "/api/work-types", body };
  return { method: "PATCH", path: `/api/work-types/${work.id}`, body: { version: work.version, ...body } };
}
