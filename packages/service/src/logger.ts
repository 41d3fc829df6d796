import { type DestinationStream, type LogFn, type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";
import { createStrike } from "./strike.ts";

export type { Logger } from "pino";

export type LogOptions = {
  /** Name of the process. */
  service: string;
  level: string;
  /** Texts that must not be logged: every occurrence is replaced. */
  secrets: readonly string[];
  destination?: DestinationStream;
};

/** Logs JSON lines without secrets and without parameters of failed statements; by default to standard output. */
export function createLogger({ service, level, secrets, destination }: LogOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    hooks: {
      streamWrite: createStrike(secrets),
      // A line without a message would take that of the error, which may contain statement parameters.
      logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn) {
        const [first, words] = args as [unknown, unknown];
        if (typeof first === "object" && words === undefined) method.call(this, first, "failed");
        else method.apply(this, args);
      },
    },
  };
  // Written synchronously, so that the last lines of a process are neither lost nor out of order.
  return pino(options, destination ?? pino.destination({ sync: true }));
}
