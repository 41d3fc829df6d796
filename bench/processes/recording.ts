import type { PoolName, Pools } from "./pools.ts";

/** A statement as the client sent it. */
export type Sent = { pool: PoolName; text: string; params: unknown[] };

type Listening = { debug?: ((id: number, text: string, params: unknown[]) => void) | undefined };

/** Records what the two pools send while switched on; costs nothing when off. */
export function createRecorder(pools: Pools) {
  let sent: Sent[] = [];
  const listen = (pool: PoolName, on: boolean) => {
    const options = pools[pool].options as unknown as Listening;
    options.debug = on ? (_id, text, params) => sent.push({ pool, text, params: [...params] }) : undefined;
  };
  return {
    start(): void {
      sent = [];
      listen("orm", true);
      listen("raw", true);
    },
    stop(): Sent[] {
      listen("orm", false);
      listen("raw", false);
      return sent;
    },
  };
}
