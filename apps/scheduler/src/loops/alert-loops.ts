import { sendNextAlert, type SystemProbes, watchConditions } from "@stsphera/core/watch";
import type { Database } from "@stsphera/db";
import type { Senders } from "../alerts/create-senders.ts";
import { type Loop, startLoop } from "./loop.ts";

const WATCH_MS = 30_000;
const SEND_MS = 5_000;

export type AlertDeps = {
  db: Database;
  now: () => Date;
  publicUrl: string;
  probes: () => Promise<SystemProbes>;
  senders: Senders;
  /** Whether trouble is told at all. */
  watches: boolean;
  warn: (message: string, error: unknown) => void;
};

/** Judges the installation and tells its administrators; sends by mail and webhook what Telegram did not deliver. */
export function startAlertLoops(deps: AlertDeps): Loop[] {
  const { warn, watches } = deps;
  const watch = async () => {
    await watchConditions(deps);
    return false;
  };
  return [
    ...(watches ? [startLoop({ name: "the watch", pollMs: WATCH_MS, work: watch, warn })] : []),
    startLoop({ name: "the sender of alerts", pollMs: SEND_MS, work: () => sendNextAlert(deps), warn }),
  ];
}
