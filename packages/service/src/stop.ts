import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "./logger.ts";

/**
 * Ends the process on SIGTERM or SIGINT: for `drainMs` it goes on serving while its readiness says no, so that the
 * front door sends requests to another process; then `stop` lets running work finish. `withinMs` after the signal the rest is
 * abandoned.
 * An uncaught error is logged like any other, without secrets, and ends the process too.
 * @returns a signal that is aborted as soon as the stop begins
 */
export function onStopSignal(
  stop: () => Promise<void>,
  { withinMs, drainMs = 0, log }: { withinMs: number; drainMs?: number; log: Logger },
): AbortSignal {
  const stopping = new AbortController();

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort();
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("did not stop in time");
      process.exit(1);
    }, withinMs).unref();
    try {
      await sleep(drainMs);
      await stop();
    } catch (error) {
      log.error({ err: error }, "did not stop cleanly");
      process.exit(1);
    }
    log.info("stopped");
    process.exit(0);
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, (name) => void end(name));
  process.on("uncaughtException", (error) => {
    // Waits aborted by the stop are not failures.
    if (stopping.signal.aborted && error.name === "AbortError") return;
    log.fatal({ err: error }, "failed");
    process.exit(1);
  });
  return stopping.signal;
}
