import { get } from "../../../shared/api/request.ts";

export type Filter = { readonly unread: boolean; readonly category: string | null };

/** A page of the person's notices, newest first. */
export function listNotifications({ unread, category }: Filter, cursor: string | null) {
  const query = new URLSearchParams({ limit: "50" });
  if (unread) query.set("unread", "true");
  if (category !== null) query.set("category", category);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/notifications?${query}`, (c) => c.notificationPage);
}
