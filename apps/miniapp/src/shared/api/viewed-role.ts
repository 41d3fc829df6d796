import type { Role } from "@stsphera/rbac";
import { useSyncExternalStore } from "react";
import { inTab } from "../storage.ts";
import { host } from "../telegram/host.ts";

const STORED_AS = "stsphera.view-as";
const listeners = new Set<() => void>();

/** Kept for this tab and this person: closing the app ends the view. */
function stored(): Role | null {
  const [person, role] = inTab.getItem(STORED_AS)?.split(" ") ?? [];
  return person === host.userId && role !== undefined ? (role as Role) : null;
}

let viewed: Role | null = stored();

/** The role that an administrator looks as; null where everybody is who he is. The server checks the right to it. */
export const viewedRole = (): Role | null => viewed;

export function setViewedRole(role: Role | null): void {
  viewed = role;
  if (role === null) inTab.removeItem(STORED_AS);
  else inTab.setItem(STORED_AS, `${host.userId} ${role}`);
  for (const listener of listeners) listener();
}

export function useViewedRole(): Role | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, viewedRole);
}
