import type { UserSummary } from "@stsphera/contracts";
import { onPhone } from "../storage.ts";
import { host } from "../telegram/host.ts";

type Known = { readonly user: UserSummary; readonly clockOffset: number };
const STORED_AS = `stsphera.user.${host.userId}`;

/** Who signed in last on this phone as the person of this launch: the app opens as theirs without a network too. */
export function knownUser(): Known | null {
  const text = host.userId === "" ? null : onPhone.getItem(STORED_AS);
  return text === null ? null : (JSON.parse(text) as Known);
}

export const rememberUser = (known: Known): void => {
  if (host.userId !== "") onPhone.setItem(STORED_AS, JSON.stringify(known));
};

export const forgetUser = (): void => onPhone.removeItem(STORED_AS);
