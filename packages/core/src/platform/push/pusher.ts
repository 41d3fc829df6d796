import type { Database } from "@stsphera/db";
import { backoffMs } from "../deliveries/index.ts";
import { claimPush, type ClaimedPush } from "./claim-push.ts";
import { drawPush } from "./draw-push.ts";
import { keepFor } from "./keep-for.ts";
import { planPushes } from "./plan-pushes.ts";
import { MAX_PUSH_ATTEMPTS, PUSH_TERMS, type PushTerms } from "./push-terms.ts";
import { reclaimPushes } from "./reclaim-pushes.ts";
import { failPush, forgetBrowser, markPushed, retryPush } from "./settle-push.ts";

/** What a push service answered, or why it was not asked. */
export type PushAnswer =
  | { kind: "taken" }
  | { kind: "gone"; error: string }
  | { kind: "busy"; error: string; retryAfterMs: number | null }
  | { kind: "refused"; error: string };

export type PushRequest = {
  endpoint: string;
  p256dh: string;
  auth: string;
  payload: string;
  /** Seconds for which the push service keeps it. */
  ttl: number;
  urgency: PushTerms["urgency"];
  /** A later one with the same topic takes its place where it still waits. */
  topic: string;
};

/** Sends to a push service; never throws for what the network or the service does. */
export type PushSender = (request: PushRequest, signal: AbortSignal) => Promise<PushAnswer>;

export type PusherDeps = {
  db: Database;
  send: PushSender;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
  signal?: AbortSignal;
};

export type Pusher = {
  /** Queues pushes for what Telegram did not take; returns their number. */
  plan(): Promise<number>;
  /**
   * Claims the next push and answers the work of sending it; null when none may be sent now. Pushes are claimed one after
   * another and sent beside each other.
   */
  next(): Promise<(() => Promise<void>) | null>;
  /** Requeues pushes of killed processes. */
  reclaim(): Promise<number>;
};

/** Shorter than the lease of a claim. */
const SEND_TIMEOUT_MS = 15_000;
const RETRY_TIMES = 10;
const LONGEST_RETRY_MS = 3_600_000;
const TRIAL_TERMS: PushTerms = { after: 0, keep: 600, urgency: "high" };

/** Rings in browsers for what Telegram did not take. Several processes may run in parallel. */
export function createPusher({ db, send, now, warn, signal }: PusherDeps): Pusher {
  const { sql } = db;

  async function settle(push: ClaimedPush): Promise<void> {
    const at = now();
    const text = await drawPush({ db, now: at }, push);
    if (text === null) return failPush(sql, push, { error: null, status: "superseded", now: at });
    const terms = push.message === null ? TRIAL_TERMS : PUSH_TERMS[push.message.kind];
    const answer = await send(
      {
        endpoint: push.endpoint,
        p256dh: push.p256dh,
        auth: push.auth,
        payload: JSON.stringify(text),
        ttl: keepFor(at, terms.keep, push.message?.wishes ?? null),
        urgency: terms.urgency,
        topic: text.tag,
      },
      AbortSignal.any([AbortSignal.timeout(SEND_TIMEOUT_MS), ...(signal === undefined ? [] : [signal])]),
    );
    await record(push, answer);
  }

  async function record(push: ClaimedPush, answer: PushAnswer): Promise<void> {
    if (answer.kind === "taken") return markPushed(sql, push, now());
    if (answer.kind === "gone") return forgetBrowser(sql, push, answer.error);
    if (answer.kind === "refused" || push.attempts >= MAX_PUSH_ATTEMPTS) {
      warn(`push ${push.id} was not taken: ${answer.error}`, undefined);
      return failPush(sql, push, { error: answer.error, status: "failed", now: now() });
    }
    const own = backoffMs(push.attempts) * RETRY_TIMES;
    const wait = Math.min(Math.max(own, answer.retryAfterMs ?? 0), LONGEST_RETRY_MS);
    return retryPush(sql, push, { error: answer.error, at: new Date(now().getTime() + wait) });
  }

  return {
    plan: () => planPushes(sql, now()),
    reclaim: () => reclaimPushes(sql),
    next: async () => {
      const claim = await claimPush(sql, now());
      if (claim === "none") return null;
      return claim === "settled" ? () => Promise.resolve() : () => settle(claim);
    },
  };
}
