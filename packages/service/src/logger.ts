import { type DestinationStream, type LogFn, type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";
import { createStrike } from "./strike.ts";

export type { Logger } from "pino";

export type LogOptions = {
  /** Which process speaks. */
  service: string;
  level: string;
  /** Texts that may stand nowhere: every occurrence is struck out. */
  secrets: readonly string[];
  destination?: DestinationStream;
};

/** JSON lines without secrets, and without what a failed statement was given; on the standard output by default. */
export function createLogger({ service, level, secrets, destination }: LogOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    hooks: {
      streamWrite: createStrike(secrets),
      // Without words of its own a line would take those of the error, which may hold what a statement was given.
      logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn) {
        const [first, words] = args as [unknown, unknown];
        if (typeof first === "object" && words === undefined) method.call(this, first, "failed");
        else method.apply(this, args);
      },
    },
  };
  // Each line is out before the next begins: the last words of a process are neither lost nor out of order.
  return pino(options, destination ?? pino.destination({ sync: true }));
}
