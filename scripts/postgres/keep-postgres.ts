import { setTimeout as sleep } from "node:timers/promises";
import { type PostgresOptions, type RunningPostgres, startPostgres } from "./start-postgres.ts";

const LOOK_MS = 500;
const MAX_PAUSE_MS = 10_000;

/**
 * Starts PostgreSQL and starts it again, at the same port and with the same data, when it has ended; clients connect
 * again by themselves.
 */
export async function keepPostgres(
  options: PostgresOptions,
  show: (line: string) => void,
): Promise<RunningPostgres> {
  const running = await startPostgres(options);
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    for (let pause = LOOK_MS; !stopping.signal.aborted;) {
      await sleep(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted || running.isRunning()) {
        pause = LOOK_MS;
        continue;
      }
      show("[postgres] has ended; starting it again");
      try {
        await startPostgres({ ...options, port: running.port });
      } catch (error) {
        show(`[postgres] ${error instanceof Error ? error.message : String(error)}`);
        pause = Math.min(pause * 2, MAX_PAUSE_MS);
      }
    }
  }

  return {
    ...running,
    async stop() {
      stopping.abort();
      await watching;
      await running.stop();
    },
  };
}
