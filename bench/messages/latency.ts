import { setTimeout as sleep } from "node:timers/promises";
import { OUTBOX_CHANNEL } from "@stsphera/core/notify";
import { startDeliveryLoop } from "../../apps/scheduler/src/loops/delivery-loop.ts";
import { startRelayLoop } from "../../apps/scheduler/src/loops/relay-loop.ts";
import { atMost, type MessageCase } from "./message-case.ts";
import { insertEvents, openTasks } from "./events.ts";

const SAMPLES = 60;
const WARM_UP = 10;
const PAUSE_MS = 250;

/** From the commit of an event in a quiet system to its message at Telegram. */
export const latency: MessageCase = {
  name: "messages-latency",
  async measure({ db, deliverer, relay, standIn, warn }) {
    await db.sql`update deliveries set status = 'superseded' where status in ('queued', 'sending')`;
    await db.sql`update outbox set relayed_at = now() where relayed_at is null`;
    const deliveries = startDeliveryLoop(deliverer, warn);
    const relaying = startRelayLoop(relay, () => deliveries.wake());
    const listening = await db.sql.listen(OUTBOX_CHANNEL, () => relaying.wake());
    const took: number[] = [];
    try {
      for (const task of await openTasks(db, SAMPLES + WARM_UP)) {
        await sleep(PAUSE_MS);
        standIn.arrivals.splice(0);
        const began = performance.now();
        await insertEvents(db, [{ type: "task.assigned", ...task }]);
        await db.sql.notify(OUTBOX_CHANNEL, "");
        while (standIn.arrivals.length === 0 && performance.now() - began < 10_000) await sleep(2);
        took.push((standIn.arrivals[0]?.at ?? Number.POSITIVE_INFINITY) - began);
      }
    } finally {
      await Promise.all([relaying.stop(), deliveries.stop(), listening.unlisten()]);
    }
    const sorted = took.slice(WARM_UP).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.POSITIVE_INFINITY;
    return [
      atMost("event to message, median", at(0.5), 300, "ms"),
      atMost("event to message, p95", at(0.95), 1_000, "ms"),
    ];
  },
};
