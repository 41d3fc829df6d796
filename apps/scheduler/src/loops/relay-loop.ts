import { type RelayDeps, relayNext } from "@stsphera/core/relay";
import { type Loop, startLoop } from "./loop.ts";

const POLL_MS = 200;

/** Tells of what happened as it happens; `told` is called when messages came into the queue. */
export function startRelayLoop(deps: RelayDeps, told: () => void): Loop {
  return startLoop({
    name: "the relay",
    pollMs: POLL_MS,
    warn: deps.warn,
    work: async () => {
      const relayed = await relayNext(deps);
      if (relayed.kind !== "relayed") return false;
      if (relayed.told > 0) told();
      return true;
    },
  });
}
