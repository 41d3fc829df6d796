import type { BotCall, Control } from "./control-client.ts";

/** Collects every call the sandbox receives from now on, because it drops old ones itself. */
export async function watchCalls(control: Control, everyMs = 5_000) {
  const before = (await control.calls(0)).at(-1)?.id ?? 0;
  const calls: BotCall[] = [];
  let running: Promise<void> | undefined;
  const failures: unknown[] = [];

  async function look(): Promise<void> {
    calls.push(...(await control.calls(calls.at(-1)?.id ?? before)));
  }
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => void failures.push(error))
      .finally(() => (running = undefined));
  }, everyMs);

  return {
    /** All calls so far, in order. */
    async stop(): Promise<BotCall[]> {
      clearInterval(timer);
      await running;
      await look();
      return calls;
    },
  };
}

/** Whether Telegram executed the call, even if its answer never reached the caller. */
export const applied = (call: BotCall): boolean =>
  call.status === 200 || (call.fault === "timeoutAfter" && call.status === null);

const contentOf = ({ chat_id, text, reply_markup }: Record<string, unknown>): string =>
  JSON.stringify([chat_id, text, reply_markup ?? null]);

/** Messages that arrived, with the number of times. */
export function arrivals(calls: readonly BotCall[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) {
    if (call.method !== "sendMessage" || !applied(call)) continue;
    const content = contentOf(call.parameters);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return counts;
}

/** Number of duplicate messages. */
export const doublesOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
