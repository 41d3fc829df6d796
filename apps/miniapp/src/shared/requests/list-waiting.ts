import { get } from "../api/request.ts";

/** What waits for the reader's decision, or (`others`) for that of others on what he handed in. */
export function listWaiting(filters: Readonly<Record<string, string>>, cursor: string | null) {
  const query = new URLSearchParams({ ...filters, limit: "30", ...(cursor === null ? {} : { cursor }) });
  return get(`/api/me/approvals?${query}`, (c) => c.approvalPage);
}
