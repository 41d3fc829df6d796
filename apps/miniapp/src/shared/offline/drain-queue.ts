import type { Outcome, QueueItem, QueueStore } from "./queue-item.ts";

export type Sender = (item: QueueItem) => Promise<Outcome>;
export type Drained = { readonly sent: QueueItem[]; readonly retryIn: number | null };

/** Waiting, and with nothing before it that must be there first. */
function isDue(item: QueueItem): boolean {
  return item.state === "waiting" && (item.work.kind === "fact" || item.work.factId !== null);
}

async function giveFactToPhotos(store: QueueStore, parent: QueueItem, factId: number): Promise<void> {
  for (const item of await store.list(parent.person)) {
    if (item.work.kind !== "photo" || item.work.parentKey !== parent.key) continue;
    await store.replace({ ...item, work: { ...item.work, parentKey: null, factId } });
  }
}

async function settle(store: QueueStore, item: QueueItem, outcome: Outcome): Promise<void> {
  if (outcome.kind === "refused")
    await store.replace({ ...item, state: "refused", refusal: outcome.refusal });
  if (outcome.kind !== "sent") return;
  if (outcome.factId !== null) await giveFactToPhotos(store, item, outcome.factId);
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
