import type { Logger } from "./logger.ts";

/**
 * Ends the process on SIGTERM or SIGINT: `stop` lets the work in hand end, and what still hangs after `withinMs` is
 * given up. An error that nobody took is logged like any other, without secrets, and ends the process too.
 * @returns a signal that is given as soon as the stop begins
 */
export function onStopSignal(
  stop: () => Promise<void>,
  { withinMs, log }: { withinMs: number; log: Logger },
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
    // What waited for something when the stop began was broken off: that is no failure.
    if (stopping.signal.aborted && error.name === "AbortError") return;
    log.fatal({ err: error }, "failed");
    process.exit(1);
  });
  return stopping.signal;
}
