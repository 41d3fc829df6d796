import type { SignInAnswer, UserSummary, WebSession } from "@stsphera/contracts";
import type { Role } from "@stsphera/rbac";
import { useSyncExternalStore } from "react";
import {
  browserPerson,
  forgetBrowserPerson,
  forgetKept,
  keepBrowserPerson,
  onPersonChanged,
} from "../browser-person.ts";
import { setReaderZone } from "../format/times.ts";
import { followAccountLocale } from "../i18n/locale.ts";
import { inTab } from "../storage.ts";
import { host } from "../telegram/host.ts";
import { forgetLaunch } from "../telegram/launch-params.ts";
import { ApiError, apiErrorFrom } from "./api-error.ts";
import { takeEarlySignIn } from "./early.ts";
import { isAway, isPassing } from "./passing.ts";
import { send } from "./send.ts";
import { clockOffset, issuedAt, noteServerTime, restoreServerClock } from "./server-clock.ts";
import { forgetUser, knownUser, rememberUser } from "./known-user.ts";
import { forgetSession, readStoredSession, storeSession, type StoredSession } from "./session-store.ts";
import { setViewedRole, viewedRole } from "./viewed-role.ts";

export type SessionState =
  | { readonly kind: "starting" }
  | { readonly kind: "offline" }
  | { readonly kind: "active" | "pending"; readonly user: UserSummary }
  | { readonly kind: "closed" | "outside" }
  /** Not let in, and why, in the server's words: a stale launch, a closed account. */
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "failed"; readonly error: Error };

const initData = host.launch.initData;
const listeners = new Set<() => void>();
const ends = new Set<() => void>();
let state: SessionState = { kind: "starting" };
let current: StoredSession | null = null;
let renewing: Promise<boolean> | null = null;

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Goes on with a session that has just begun. */
export function enter(answer: SignInAnswer | WebSession): void {
  const issued = issuedAt(answer.accessToken);
  if (issued !== null) noteServerTime(issued);
  current = storeSession(initData, answer, clockOffset());
  followAccountLocale(answer.user.locale);
  rememberUser({ user: answer.user, clockOffset: clockOffset() });
  become(stateOf(answer.user));
}

function stateOf(own: UserSummary): SessionState {
  setReaderZone(own.timeZone);
  const role = viewedRole();
  const user = role === null ? own : { ...own, role };
  if (user.status === "active") return { kind: "active", user };
  return user.status === "pending" ? { kind: "pending", user } : { kind: "closed" };
}

/** Without an answer the person is who signed in here last; rights are judged when the server answers. */
function stayOffline(): void {
  const known = knownUser();
  if (known === null) return become({ kind: "offline" });
  restoreServerClock(known.clockOffset);
  return become(stateOf(known.user));
}

/** What was read must not outlive the access to it. */
function forgetAll(): void {
  forgetUser();
  for (const listener of ends) listener();
}

function refuse(error: unknown): void {
  if (isAway(error)) return stayOffline();
  if (error instanceof ApiError && (error.status === 403 || error.status === 401)) forgetAll();
  if (error instanceof ApiError && error.status === 403) become({ kind: "closed" });
  else if (error instanceof ApiError && error.status === 401)
    become({ kind: "refused", sentence: error.message });
  else become({ kind: "failed", error: error instanceof Error ? error : new Error(String(error)) });
}

async function askSignIn(): Promise<SignInAnswer> {
  const early = await takeEarlySignIn(initData);
  if (early?.status === 200) return early.body as SignInAnswer;
  if (early !== undefined && early.status !== 0) throw apiErrorFrom(early.status, early.body, null);
  return (await send({ method: "POST", path: "/api/auth/telegram", body: { initData } })) as SignInAnswer;
}

/** A page belongs to one person from its start: screens, what was read and the queue. Another one gets a new page. */
const startAnew = (): void => window.location.reload();

/** Goes on with the session of this browser; without one there is the sign-in page. */
async function signInByCookie(): Promise<boolean> {
  if (browserPerson() === "") {
    become({ kind: "outside" });
    return false;
  }
  try {
    const answer = (await send({
      method: "POST",
      path: "/api/auth/browser-sessions",
      body: {},
    })) as WebSession;
    // The cookie is shared by all tabs: what was asked as one person is never repeated as another.
    if (answer.user.telegramId !== host.userId) {
      keepBrowserPerson(answer.user.telegramId ?? "");
      startAnew();
      return false;
    }
    enter(answer);
    return true;
  } catch (error) {
    if (isPassing(error)) refuse(error);
    else {
      forgetAll();
      leaveBrowser();
    }
    return false;
  }
}

/**
 * A person signed in in this browser: kept for the tab and remembered beyond it, instead of a launch by Telegram. The
 * app then starts anew.
 */
export function acceptBrowserSession(answer: WebSession): void {
  const before = browserPerson();
  if (before !== "" && before !== answer.user.telegramId) forgetKept(before);
  keepBrowserPerson(answer.user.telegramId ?? "");
  forgetLaunch(inTab);
  const issued = issuedAt(answer.accessToken);
  if (issued !== null) noteServerTime(issued);
  storeSession("", answer, clockOffset());
}

/** Nobody is signed in in this browser any more. What waits to be sent stays for the person's return. */
export function leaveBrowser(): void {
  forgetSession();
  forgetBrowserPerson();
  current = null;
  become({ kind: "outside" });
}

async function signIn(): Promise<boolean> {
  if (initData === "") return signInByCookie();
  try {
    enter(await askSignIn());
    return true;
  } catch (error) {
    refuse(error);
    return false;
  }
}

async function renew(): Promise<boolean> {
  if (current === null) return signIn();
  try {
    const { refreshToken } = current;
    if (refreshToken === undefined) return await signInByCookie();
    const body = { refreshToken };
    const answer = (await send({ method: "POST", path: "/api/auth/refresh", body })) as Partial<SignInAnswer>;
    enter({ ...(answer as SignInAnswer), user: answer.user ?? current.user });
    return true;
  } catch (error) {
    // Only a refusal ends a session: a server that is away or busy takes the same token later.
    if (isPassing(error)) return false;
    forgetSession();
    current = null;
    return signIn();
  }
}

/** Gets a new access token, once for all who ask at the same time. */
export function renewSession(): Promise<boolean> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

/** Starts from the kept session of this tab or signs in; both before anything is drawn. */
export function startSession(): void {
  if (initData === "") onPersonChanged(startAnew);
  const stored = readStoredSession(initData);
  const isOfPage = initData !== "" || stored?.user.telegramId === host.userId;
  current = isOfPage ? stored : null;
  if (current === null) {
    void renewSession();
    return;
  }
  restoreServerClock(current.clockOffset);
  become(stateOf(current.user));
}

/** Shows the app as it is for a role, or as the person's own again. */
export function showAs(role: Role | null): void {
  setViewedRole(role);
  if (current !== null) become(stateOf(current.user));
}

/** The token for the next request; waits for a sign-in under way. */
export async function accessToken(): Promise<string | undefined> {
  if (current === null && (renewing !== null || state.kind === "offline" || state.kind === "active"))
    await renewSession();
  return current?.accessToken;
}

/** Calls `listener` when this person has lost access. */
export const onSessionEnd = (listener: () => void): void => void ends.add(listener);

const sessionState = (): SessionState => state;

export function useSession(): SessionState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, sessionState);
}
