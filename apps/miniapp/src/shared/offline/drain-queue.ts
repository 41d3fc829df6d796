import type { Outcome, QueueItem, QueueStore } from "./queue-item.ts";

export type Sender = (item: QueueItem) => Promise<Outcome>;
export type Drained = { readonly sent: QueueItem[]; readonly retryIn: number | null };

/** Waiting, and with nothing before it that must be there first. */
const isDue = (item: QueueItem): boolean => item.state === "waiting" && item.after === null;

async function tellFollowers(store: QueueStore, before: QueueItem, given: number): Promise<void> {
  for (const item of await store.list(before.person)) {
    if (item.after !== before.key) continue;
    await store.replace({ ...item, after: null, path: item.path.replace("{after}", String(given)) });
  }
}

async function settle(store: QueueStore, item: QueueItem, outcome: Outcome): Promise<void> {
  if (outcome.kind === "refused") {
    // Its pictures may have got their numbers meanwhile.
    const now = (await store.list(item.person)).find(({ key }) => key === item.key) ?? item;
    await store.replace({ ...now, state: "refused", refusal: outcome.refusal });
  }
  if (outcome.kind !== "sent") return;
  if (outcome.given !== null) await tellFollowers(store, item, outcome.given);
  await store.remove(item.key);
}

/**
 * Sends what waits, in the order it was entered. A refused one stays with its reason and does not stop the rest;
 * silence stops all, so that the order holds.
 */
export async function drainQueue(store: QueueStore, person: string, send: Sender): Promise<Drained> {
  const sent: QueueItem[] = [];
  for (;;) {
    const item = (await store.list(person)).find(isDue);
    if (item === undefined) return { sent, retryIn: null };
    const outcome = await send(item);
    if (outcome.kind === "later") return { sent, retryIn: outcome.seconds };
    await settle(store, item, outcome);
    if (outcome.kind === "sent") sent.push(item);
  }
}
