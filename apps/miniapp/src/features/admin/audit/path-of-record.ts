import type { AuditRecord } from "@stsphera/contracts";

/** Sections of an object in which its parts are seen. */
const SECTION: Readonly<Record<string, string>> = {
  fact: "/fact",
  journal: "/fact",
  facade: "/facade",
  floor: "/facade",
  floor_volume: "/facade",
  zone: "/zones",
  crew: "/crews",
  chat: "/chats",
  chat_code: "/chats",
  invitation: "/team",
};

/** Pages of things that belong to no object. */
const PAGE: Readonly<Record<string, string>> = {
  work_type: "/dictionaries/works",
  calendar: "/dictionaries/calendars",
  department: "/people/departments",
  audit_log: "/admin/audit?kind=audit_log",
};

type Led = Pick<AuditRecord, "entityType" | "entityId" | "object" | "actor">;

/** Where the thing of a record is; null for one without a page. */
export function pathOfRecord({ entityType, entityId, object, actor }: Led): string | null {
  if (entityType === "task") return `/tasks/${entityId}`;
  if (entityType === "user") return `/people/${entityId}`;
  if (object !== null) return `/objects/${object.id}${SECTION[entityType] ?? ""}`;
  return PAGE[entityType] ?? (actor === null ? null : `/people/${actor.id}`);
}
