import { isOnline } from "../api/connection.ts";
import { queryClient } from "../api/query-client.ts";
import { newKey } from "../api/request.ts";
import { viewedRole } from "../api/viewed-role.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { QueueItem, QueueStore } from "./queue-item.ts";
import { FLAG, person, queued, showQueue } from "./queue-state.ts";

let opened: Promise<QueueStore> | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;

const parts = () => Promise.all([import("./drain-queue.ts"), import("./send-item.ts")]);

function store(): Promise<QueueStore> {
  opened ??= import("./queue-store.ts").then((module) => module.openQueueStore());
  return opened;
}

/** Loads what the queue is made of while there is a network, so that it works without one. */
export async function prepareQueue(): Promise<void> {
  await Promise.all([store(), parts()]);
}

async function reread(): Promise<void> {
  showQueue(await (await store()).list(person));
}

async function drainOnce(): Promise<void> {
  const [{ drainQueue }, { sendItem }] = await parts();
  const send = async () => drainQueue(await store(), person, sendItem);
  const { sent, retryIn } = await navigator.locks.request(FLAG, send);
  await reread();
  if (sent.length > 0) void queryClient.invalidateQueries();
  clearTimeout(retry);
  if (retryIn !== null) retry = setTimeout(() => void sendQueue(), retryIn * 1000);
}

const drain = oneAtATime(drainOnce);

/**
 * Sends what waits or, without a network, shows it; asked for during a sending, it looks once more at its end. What is
 * one's own waits while one looks as another.
 */
export const sendQueue = (): Promise<void> => (isOnline() && viewedRole() === null ? drain() : reread());

export async function enqueue(item: Omit<QueueItem, "person" | "state">): Promise<void> {
  await (await store()).add({ ...item, person, state: "waiting" });
  await reread();
  if (isOnline()) void sendQueue();
}

/** Takes a thing out, with the photos that belong to it. */
export async function removeFromQueue(key: string): Promise<void> {
  const queue = await store();
  for (const item of queued()) {
    if (item.work.kind === "photo" && item.work.parentKey === key) await queue.remove(item.key);
  }
  await queue.remove(key);
  await reread();
}

/** Tries a refused thing once more, just as it is. */
export async function resend(item: QueueItem): Promise<void> {
  const { refusal: _told, ...rest } = item;
  await (await store()).replace({ ...rest, state: "waiting" });
  await sendQueue();
}

/** Puts a changed entry in the place of a refused one: another act, so another key; its photos go with it. */
export async function supersede(
  old: QueueItem,
  next: Pick<QueueItem, "key" | "line" | "work">,
): Promise<void> {
  const queue = await store();
  const { refusal: _told, ...rest } = old;
  await queue.add({ ...rest, ...next, state: "waiting" });
  for (const item of await queue.list(person)) {
    if (item.work.kind !== "photo" || item.work.parentKey !== old.key) continue;
    await queue.replace({ ...item, work: { ...item.work, parentKey: next.key } });
  }
  await queue.remove(old.key);
  await reread();
  await sendQueue();
}

/** A knowing second entry of a line that stands already. */
export async function addAnyway(item: QueueItem): Promise<void> {
  if (item.work.kind !== "fact") return;
  const work = { ...item.work, body: { ...item.work.body, confirmDuplicate: true } };
  await supersede(item, { key: newKey(), line: item.line, work });
}
