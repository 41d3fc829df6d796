import { ALERT_WAYS } from "@stsphera/contracts/vocabulary";
import { createChatHooks } from "@stsphera/core";
import { createDeliverer } from "@stsphera/core/deliveries";
import { createRedraw, OUTBOX_CHANNEL } from "@stsphera/core/notify";
import { createPusher, type PushSender } from "@stsphera/core/push";
import { createAnchorStore } from "@stsphera/core/maintenance";
import { NOTICES } from "@stsphera/core/registry";
import type { Database } from "@stsphera/db";
import type { Storage } from "@stsphera/storage";
import type { BotApi } from "@stsphera/telegram";
import { type AlertDeps, startAlertLoops } from "./loops/alert-loops.ts";
import { startAnchorLoop } from "./loops/anchor-loop.ts";
import { startDeliveryLoop } from "./loops/delivery-loop.ts";
import { startHeartbeatLoop } from "./loops/heartbeat-loop.ts";
import type { Loop } from "./loops/loop.ts";
import { startPushLoops } from "./loops/push-loops.ts";
import { startRelayLoop } from "./loops/relay-loop.ts";
import { startSealLoop } from "./loops/seal-loop.ts";

export type SchedulerDeps = {
  db: Database;
  api: BotApi;
  storage: Storage;
  now: () => Date;
  publicUrl: string;
  groupAppUrl: () => string | null;
  probes: AlertDeps["probes"];
  /** How browsers ring, and the key that they know this installation by; null where they do not. */
  push: { send: PushSender; publicKey: string } | null;
  alerts: Pick<AlertDeps, "senders" | "watches">;
  warn: (message: string, error: unknown) => void;
};

export type Scheduler = {
  /** Finishes current work; what takes longer than `milliseconds` is released and will be done again. */
  stop(milliseconds: number): Promise<void>;
};

const pushLoops = (deps: SchedulerDeps, signal: AbortSignal): Loop[] =>
  deps.push === null ? [] : startPushLoops(createPusher({ ...deps, ...deps.push, signal }), deps.warn);

/** Starts all loops but those of files (files/file-work.ts). Several processes may run at once: no work is done twice. */
export async function startScheduler(deps: SchedulerDeps): Promise<Scheduler> {
  const { db, warn } = deps;
  const calledBack = new AbortController();
  const redraw = createRedraw({ ...deps, notices: NOTICES });
  const hooks = { chats: createChatHooks(deps), redraw, signal: calledBack.signal };
  const deliverer = createDeliverer({ ...deps, ...hooks });
  const deliveries = startDeliveryLoop(deliverer, warn);
  const relay = startRelayLoop({ ...deps, notices: NOTICES }, () => deliveries.wake());
  const loops: Loop[] = [
    relay,
    deliveries,
    startSealLoop(db, warn),
    startHeartbeatLoop({
      ...deps,
      pushKey: deps.push?.publicKey ?? null,
      alertWays: ALERT_WAYS.filter((way) => deps.alerts.senders[way] !== undefined),
    }),
    ...startAlertLoops({ ...deps, ...deps.alerts }),
    startAnchorLoop({ ...deps, anchors: createAnchorStore(deps.storage) }),
    ...pushLoops(deps, calledBack.signal),
  ];
  const listening = await db.sql.listen(OUTBOX_CHANNEL, () => relay.wake());
  return {
    async stop(milliseconds) {
      const timer = setTimeout(() => calledBack.abort(), milliseconds);
      await Promise.all([listening.unlisten(), ...loops.map((loop) => loop.stop())]);
      clearTimeout(timer);
    },
  };
}
