import type { Pusher } from "@stsphera/core/push";
import { type Loop, startLoop } from "./loop.ts";

const PLAN_MS = 5_000;
const SEND_MS = 1_000;
/** Number of pushes sent in parallel. */
const PLACES = 8;

/** Rings in browsers for what Telegram did not take. */
export function startPushLoops(pusher: Pusher, warn: (message: string, error: unknown) => void): Loop[] {
  const plan = async () => {
    await pusher.reclaim();
    if ((await pusher.plan()) > 0) sending.wake();
    return false;
  };
  const send = async () => {
    if (!(await pusher.sendNext())) return false;
    await Promise.all(Array.from({ length: PLACES }, () => pusher.sendNext()));
    return true;
  };
  const sending = startLoop({ name: "the sender of pushes", pollMs: SEND_MS, work: send, warn });
  return [startLoop({ name: "the planner of pushes", pollMs: PLAN_MS, work: plan, warn }), sending];
}
