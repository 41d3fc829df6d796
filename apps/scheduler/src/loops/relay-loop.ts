import { type RelayDeps, relayNext } from "@stsphera/core/notify";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 200;

/** Creates notifications from new events; `queued` is called when messages were added to the queue. */
export function startRelayLoop(deps: RelayDeps, queued: () => void): Loop {
  return startLoop({
    name: "the relay",
    pollMs: POLL_MS,
    warn: deps.warn,
    work: async () => {
      const relayed = await relayNext(deps);
      if (relayed.kind !== "relayed") return false;
      if (relayed.queued > 0) queued();
      return true;
    },
  });
}
