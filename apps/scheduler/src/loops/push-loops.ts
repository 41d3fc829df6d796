import type { Pusher } from "@stsphera/core/push";
import { type Loop, startLoop } from "./loop.ts";

const PLAN_MS = 5_000;
const SEND_MS = 1_000;
/** Number of pushes sent in parallel. */
const PLACES = 8;

/** Rings in browsers for what Telegram did not take; a push service that does not answer delays no other push. */
export function startPushLoops(pusher: Pusher, warn: (message: string, error: unknown) => void): Loop[] {
  const working = new Set<Promise<void>>();

  const plan = async () => {
    await pusher.reclaim();
    if ((await pusher.plan()) > 0) sending.wake();
    return false;
  };
  const work = async () => {
    if (working.size >= PLACES) return false;
    const send = await pusher.next();
    if (send === null) return false;
    const sent = finish(send);
    working.add(sent);
    void sent.then(() => {
      working.delete(sent);
      sending.wake();
    });
    return true;
  };
  const finish = async (send: () => Promise<void>): Promise<void> => {
    try {
      await send();
    } catch (error) {
      warn("a push could not be sent", error);
    }
  };

  const sending = startLoop({ name: "the sender of pushes", pollMs: SEND_MS, work, warn });
  return [
    startLoop({ name: "the planner of pushes", pollMs: PLAN_MS, work: plan, warn }),
    {
      wake: sending.wake,
      stop: async () => {
        await sending.stop();
        await Promise.all(working);
      },
    },
  ];
}
