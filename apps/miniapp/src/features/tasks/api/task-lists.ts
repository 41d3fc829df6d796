import { get } from "../../../shared/api/request.ts";

const queryOf = (filters: Readonly<Record<string, string>>, cursor: string | null): string => {
  const query = new URLSearchParams({ limit: "30" });
  for (const [name, value] of Object.entries(filters)) if (value !== "") query.set(name, value);
  if (cursor !== null) query.set("cursor", cursor);
  return query.toString();
};

type Filters = Readonly<Record<string, string>>;

export const listObjectTasks = (objectId: number, filters: Filters, cursor: string | null) =>
  get(`/api/objects/${objectId}/tasks?${queryOf(filters, cursor)}`, (c) => c.taskPage);

export const listMyTasks = (filters: Filters, cursor: string | null) =>
  get(`/api/me/tasks?${queryOf(filters, cursor)}`, (c) => c.taskPage);
