import { isKept } from "../api/passing.ts";
import { checked, ask, type ContractOf } from "../api/request.ts";
import { currentLocale } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { dismissToast, showToast } from "../ui/toast-store.ts";
import { offlineWords } from "./offline-words.ts";
import type { NewItem } from "./queue-item.ts";
import { whenGone } from "./queue-state.ts";
import { enqueue, removeFromQueue } from "./queue.ts";

export type Done<T> = { readonly kind: "sent"; readonly answer: T } | { readonly kind: "queued" };

/** Puts an act into the queue and says so, with the way back beside it. */
async function putAside(item: NewItem): Promise<void> {
  const locale = currentLocale();
  await enqueue(item);
  // A mark is seen where it was made.
  if (item.describe.thing === "mark") return;
  const toast = showToast(offlineWords[locale].willGo(item.describe.line), {
    text: shellWords[locale].undo,
    onPress: () => void removeFromQueue(item.key),
    testId: "toast-unqueue",
  });
  // Gone, it does not wait for a network any more, nor can be taken out.
  whenGone(item.key, () => dismissToast(toast));
}

/**
 * Sends an act now, or keeps it on the phone when nothing answers or its pictures are not through yet. A refusal is
 * thrown.
 */
export async function sendOrQueue<T>(item: NewItem, contract: ContractOf<T>): Promise<Done<T>> {
  const { method, path, body, key, files = [] } = item;
  if (files.length === 0) {
    try {
      return { kind: "sent", answer: await checked(await ask(method, path, { body, key }), contract) };
    } catch (error) {
      if (!isKept(error)) throw error;
    }
  }
  await putAside(item);
  return { kind: "queued" };
}

/** The same for an act whose answer is not looked at: true when it has arrived. */
export async function actOrQueue(item: NewItem): Promise<boolean> {
  const done = await sendOrQueue(item, () => ({ parse: (answer) => answer }));
  return done.kind === "sent";
}
