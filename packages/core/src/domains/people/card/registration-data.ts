import type { Role } from "@stsphera/rbac";

/** What the buttons of a new user's card do. */
export type RegistrationAction =
  | { readonly action: "choose_role"; readonly userId: number }
  | { readonly action: "refuse"; readonly userId: number }
  | { readonly action: "grant"; readonly userId: number; readonly role: Role };

const LETTERS = { choose_role: "a", refuse: "x", grant: "g" } as const;
const DATA = /^u:([axg]):([1-9]\d{0,9})(?::([a-z_]{2,24}))?$/;

/** Callback data of the card: `u:a:<userId>`, `u:x:<userId>`, `u:g:<userId>:<role>`. */
export function packRegistration(action: RegistrationAction): string {
  const role = action.action === "grant" ? `:${action.role}` : "";
  return `u:${LETTERS[action.action]}:${action.userId}${role}`;
}

/** The action in callback data; null for anything this card did not make. The verb still checks the role. */
export function unpackRegistration(
  data: string,
):
  | Exclude<RegistrationAction, { action: "grant" }>
  | { action: "grant"; userId: number; role: string }
  | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const userId = Number(match[2]);
  const role = match[3];
  if (match[1] === "g") return role === undefined ? null : { action: "grant", userId, role };
  if (role !== undefined) return null;
  return { action: match[1] === "a" ? "choose_role" : "refuse", userId };
}
