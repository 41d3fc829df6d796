import { fetchFile } from "../../../kit/export/take-file.ts";
import { get, newKey, write } from "../../../shared/api/request.ts";

export type AuditFilters = Readonly<Record<string, string>>;

export const auditKey = (filters: AuditFilters) => ["audit", filters];

export function listAudit(filters: AuditFilters, cursor: string | null) {
  const query = new URLSearchParams({ limit: "50", ...filters });
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/audit/log?${query}`, (c) => c.auditRecordPage);
}

/** What the log is filtered by. */
export const objectsKey = ["audit", "objects"];
export const listObjects = () => get("/api/objects?limit=200&sort=name", (c) => c.objectPage);

const NUMBERS = ["objectId", "id"];

/** Takes the log out by these filters: its file, and the name to save it under. */
export async function fetchAuditFile(filters: AuditFilters): Promise<{ name: string; file: Blob }> {
  const body = Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value]),
  );
  const made = await write("POST", "/api/audit/exports", { body, key: newKey() }, (c) => c.auditExport);
  return { name: made.fileName, file: await fetchFile(`/api/audit/exports/${made.key}/file`) };
}
