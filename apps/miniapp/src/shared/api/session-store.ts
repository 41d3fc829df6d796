import type { SignInAnswer, UserSummary } from "@stsphera/contracts";
import { inTab } from "../storage.ts";

type Tokens = { readonly accessToken: string; readonly refreshToken: string };
/** A session of this tab, bound to the launch it came from: another person's launch never meets it. */
export type StoredSession = Tokens & {
  readonly initData: string;
  readonly user: UserSummary;
  readonly clockOffset: number;
};

const STORED_AS = "stsphera.session";

export function readStoredSession(initData: string): StoredSession | null {
  const text = inTab.getItem(STORED_AS);
  if (text === null) return null;
  const session = JSON.parse(text) as StoredSession;
  return session.initData === initData ? session : null;
}

export function storeSession(initData: string, answer: SignInAnswer, clockOffset: number): StoredSession {
  const { accessToken, refreshToken, user } = answer;
  const session: StoredSession = { accessToken, refreshToken, user, initData, clockOffset };
  inTab.setItem(STORED_AS, JSON.stringify(session));
  return session;
}

export function forgetSession(): void {
  inTab.removeItem(STORED_AS);
}
