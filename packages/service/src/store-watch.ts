/** `no_bucket` is a fault of the installation; `away` passes by itself, and files wait for it. */
export type StoreState = "unknown" | "ok" | "away" | "no_bucket";

export type StoreWatchOptions = {
  /** Whether the bucket exists; throws when the store does not answer. */
  hasBucket: () => Promise<boolean>;
  warn: (message: string, error: unknown) => void;
  /** Age in ms after which the store is asked again. */
  askEvery?: number;
  /** Time in ms that the first answer is waited for. */
  patience?: number;
};

/**
 * The state of the object store for readiness. The store is asked in the background, so that one that hangs delays no
 * answer; only the first waits for it.
 */
export function createStoreWatch(options: StoreWatchOptions): () => Promise<StoreState> {
  const { hasBucket, warn, askEvery = 10_000, patience = 1_000 } = options;
  let state: StoreState = "unknown";
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askedAt = performance.now();
    try {
      const found = (await hasBucket()) ? "ok" : "no_bucket";
      if (found === "no_bucket" && state !== found)
        warn("the store has no bucket: run the migrate step", undefined);
      state = found;
    } catch (error) {
      if (state !== "away") warn("the object store does not answer", error);
      state = "away";
    }
  }

  return async () => {
    if (performance.now() - askedAt >= askEvery) asking ??= ask().finally(() => (asking = undefined));
    if (state === "unknown" && asking !== undefined) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([asking, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
      clearTimeout(timer);
    }
    return state;
  };
}
