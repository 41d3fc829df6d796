import { isRole, type Role } from "@stsphera/rbac";
import { LEAVE_VIEW } from "../../engine/view-as.ts";

export type ViewAsPress =
  | { readonly action: "leave" | "roles" }
  | { readonly action: "role"; readonly role: Role; readonly page: number }
  | { readonly action: "object"; readonly role: Role; readonly objectId: number };

const CHOICE = "va:c";
const DATA = /^va:(r|o):([a-z_]{2,24}):(\d{1,10})$/;

/** Callback data of /viewas: `va:c`, `va:r:<role>:<page of objects>`, `va:o:<role>:<object>`, `va:x`. */
export function packViewAs(press: ViewAsPress): string {
  switch (press.action) {
    case "leave":
      return LEAVE_VIEW;
    case "roles":
      return CHOICE;
    case "role":
      return `va:r:${press.role}:${press.page}`;
    case "object":
      return `va:o:${press.role}:${press.objectId}`;
  }
}

/** Parses callback data of /viewas; null for other data. */
export function unpackViewAs(data: string): ViewAsPress | null {
  if (data === LEAVE_VIEW) return { action: "leave" };
  if (data === CHOICE) return { action: "roles" };
  const [, letter, role, number] = DATA.exec(data) ?? [];
  if (!isRole(role)) return null;
  return letter === "r"
    ? { action: "role", role, page: Number(number) }
    : { action: "object", role, objectId: Number(number) };
}
