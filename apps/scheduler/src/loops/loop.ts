export type LoopDefinition = {
  name: string;
  /** Pause in ms after no work was found. */
  pollMs: number;
  /** Does one unit of work; true when there may be more. */
  work: () => Promise<boolean>;
  warn: (message: string, error: unknown) => void;
};

export type Loop = {
  /** Makes the loop check for work at once. */
  wake(): void;
  /** Stops after the current unit of work. */
  stop(): Promise<void>;
};

const LONGEST_REST_MS = 5_000;
const REPEAT_MS = 60_000;

/**
 * Runs until stopped: continuously while there is work, otherwise when woken or after the poll interval. An error does
 * not end the loop: the pause grows with each error in a row; the first is logged, further ones once a minute.
 */
export function startLoop({ name, pollMs, work, warn }: LoopDefinition): Loop {
  const stopping = new AbortController();
  let woken = false;
  let endRest: (() => void) | undefined;
  let failures = 0;
  let toldAt = 0;

  function rest(milliseconds: number): Promise<void> {
    if (stopping.signal.aborted || woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function tell(error: unknown): void {
    const now = performance.now();
    if (failures > 1 && now - toldAt < REPEAT_MS) return;
    toldAt = now;
    warn(`${name} failed and will try again (${failures} in a row)`, error);
  }

  async function once(): Promise<number> {
    try {
      const more = await work();
      failures = 0;
      return more ? 0 : pollMs;
    } catch (error) {
      failures += 1;
      tell(error);
      return Math.min(LONGEST_REST_MS, pollMs * 2 ** Math.min(failures, 10));
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = false;
      const restMs = await once();
      if (restMs > 0) await rest(restMs);
    }
  }

  const running = run();
  const wake = () => {
    woken = true;
    endRest?.();
  };
  return {
    wake,
    stop: () => {
      stopping.abort();
      wake();
      return running;
    },
  };
}
