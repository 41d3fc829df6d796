import { isOnline } from "../api/connection.ts";
import { queryClient } from "../api/query-client.ts";
import { assertMayWrite, newKey } from "../api/request.ts";
import { serverNow } from "../api/server-clock.ts";
import { viewedRole } from "../api/viewed-role.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { NewItem, QueueItem, QueueStore } from "./queue-item.ts";
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
  await Promise.all([store(), parts(), import("./queue-count.tsx")]);
}

async function reread(): Promise<void> {
  showQueue(await (await store()).list(person));
}

/** Several windows of one person take turns; a browser without locks has one window. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  "locks" in navigator ? navigator.locks.request(FLAG, work) : work();

async function drainOnce(): Promise<void> {
  const [{ drainQueue }, { sendItem }] = await parts();
  const queue = await store();
  const { sent, retryIn } = await inTurn(() => drainQueue(queue, person, (item) => sendItem(item, queue)));
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

export async function enqueue(item: NewItem): Promise<void> {
  assertMayWrite();
  const rest = { files: [], filesAs: "fileIds", after: null, gives: null, state: "waiting" } as const;
  await (await store()).add({ ...rest, ...item, person, at: serverNow() });
  await reread();
  if (isOnline()) void sendQueue();
}

/** Takes a thing out, with what follows it; gives what was taken out. */
export async function removeFromQueue(key: string): Promise<QueueItem[]> {
  const queue = await store();
  const gone = (await queue.list(person)).filter((item) => item.key === key || item.after === key);
  for (const item of gone) await queue.remove(item.key);
  await reread();
  return gone;
}

/** Puts back what was taken out. */
export async function putBack(items: readonly QueueItem[]): Promise<void> {
  const queue = await store();
  for (const item of items) await queue.add(item);
  await reread();
  await sendQueue();
}

/** Tries a refused thing once more, just as it is. */
export async function resend(item: QueueItem): Promise<void> {
  const { refusal: _told, ...rest } = item;
  await (await store()).replace({ ...rest, state: "waiting" });
  await sendQueue();
}

/** Puts a changed entry in the place of a refused one: another act, so another key; what follows it goes along. */
export async function supersede(
  old: QueueItem,
  next: Pick<NewItem, "key" | "body" | "describe">,
): Promise<void> {
  const queue = await store();
  const { refusal: _told, ...rest } = old;
  await queue.add({ ...rest, ...next, state: "waiting" });
  for (const item of await queue.list(person)) {
    if (item.after === old.key) await queue.replace({ ...item, after: next.key });
  }
  await queue.remove(old.key);
  await reread();
  await sendQueue();
}

/** A refused thing that was sent anew from its sheet has served. */
export async function dropRefused(draft: string): Promise<void> {
  const done = queued().filter(
    ({ state, describe }) => state === "refused" && describe.draft?.name === draft,
  );
  for (const { key } of done) await removeFromQueue(key);
}

/** Says the second word that a refusal asks for. */
export async function sendKnowingly(item: QueueItem): Promise<void> {
  const body = { ...item.body, ...item.describe.knowingly?.add };
  await supersede(item, { key: newKey(), body, describe: item.describe });
}
