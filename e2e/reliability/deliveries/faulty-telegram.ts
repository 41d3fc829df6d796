import { setTimeout as sleep } from "node:timers/promises";
import type { BotCall } from "../support/control-client.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { queueMessages, stateOf } from "../support/queue-messages.ts";
import { settled } from "../support/settled.ts";

export type FaultyTelegram = {
  people: readonly number[];
  messages: number;
  /** How long Telegram is faulty. */
  seconds: number;
};

/** Shares of the sends that go wrong; each fault is tried on what the former ones left alone. */
const FAULTS = [
  { kind: "429", rate: 0.2, retryAfter: 2 },
  { kind: "500", rate: 0.06 },
  { kind: "html502", rate: 0.07 },
  { kind: "reset", rate: 0.07 },
  { kind: "timeoutAfter", rate: 0.08, seconds: 1 },
] as const;

/** Of so many strikes to be expected one is certain; a short run may be spared a rarer fault. */
const SURE = 20;

/** Telegram refuses, fails, hangs and resets for a time: nothing may be lost, no pause may be broken. */
export const faultyTelegram = (running: Running, a: FaultyTelegram): Promise<Proof> =>
  prove(`${a.messages} messages over ${a.seconds} s of a faulty Telegram`, async () => {
    const { control } = running;
    await settled(running, 120);
    const calls = await watchCalls(control);
    for (const fault of FAULTS) await control.fault({ ...fault, method: "sendMessage" });
    await queueMessages(running, { people: a.people, messages: a.messages, prefix: "faulty" });
    await sleep(a.seconds * 1000);
    await control.noFaults();
    const began = performance.now();
    await settled(running, 900);
    const emptyAfter = Math.round((performance.now() - began) / 1000);
    const seen = (await calls.stop()).filter(({ method }) => method === "sendMessage");
    const ours = new Map([...arrivals(seen)].filter(([content]) => content.includes('"faulty ')));
    const { failed } = await stateOf(running, "faulty");
    const unanswered = seen.filter(({ fault }) => fault === "timeoutAfter").length;
    const early = sentInsidePause(seen);
    const struck = Map.groupBy(
      seen.filter(({ fault }) => fault !== undefined),
      ({ fault }) => fault,
    );
    const share = (kind: string) =>
      `${struck.get(kind)?.length ?? 0} (${Math.round(((struck.get(kind)?.length ?? 0) / seen.length) * 100)} %)`;
    return {
      figures: {
        "messages queued": a.messages,
        "calls of sendMessage": seen.length,
        "refused with 429": share("429"),
        "500 and HTML 502": `${share("500")}, ${share("html502")}`,
        "connections reset": share("reset"),
        "applied without an answer": share("timeoutAfter"),
        "messages that arrived": ours.size,
        "messages that came twice": doublesOf(ours),
        "seconds until empty after the faults": emptyAfter,
      },
      claims: [
        claim(
          `none lost (${a.messages - ours.size}), none failed (${failed})`,
          ours.size === a.messages && failed === 0,
        ),
        claim(`none sent to a chat inside its retry_after (${early})`, early === 0),
        claim(
          `doubles (${doublesOf(ours)}) ≤ applied without an answer (${unanswered})`,
          doublesOf(ours) <= unanswered,
        ),
        claim(
          `every fault struck that had to`,
          FAULTS.every(({ kind, rate }) => struck.has(kind) || rate * a.messages < SURE),
        ),
      ],
    };
  });

/** Calls to a chat that came before the pause that Telegram asked of it was over. */
function sentInsidePause(calls: readonly BotCall[]): number {
  const pausedUntil = new Map<unknown, number>();
  let early = 0;
  const inOrder = calls.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  for (const { parameters, receivedAt, answer, status } of inOrder) {
    const chat = parameters["chat_id"];
    const at = Date.parse(receivedAt);
    if (at < (pausedUntil.get(chat) ?? 0)) early += 1;
    const seconds = status === 429 ? retryAfterOf(answer) : 0;
    if (seconds > 0) pausedUntil.set(chat, at + seconds * 1000);
  }
  return early;
}

function retryAfterOf(answer: unknown): number {
  const { parameters } = (answer ?? {}) as { parameters?: { retry_after?: number } };
  return parameters?.retry_after ?? 0;
}
