import { type DestinationStream, type LogFn, type Logger, pino } from "pino";

export type LogOptions = {
  level: string;
  /** Texts that may stand nowhere: every occurrence is struck out. */
  secrets: readonly string[];
  destination?: DestinationStream;
};

const BOT_TOKEN = /\b\d{6,12}:[\w-]{30,}/g;
const STRUCK_OUT = "[secret]";

/** JSON lines. Drivers put what was asked into their errors: of a failed statement only the name of the error stays. */
export function createLogger({ level, secrets, destination }: LogOptions): Logger {
  const known = secrets.filter((secret) => secret.length >= 8);
  const strike = (text: string) =>
    known.reduce(
      (clean, secret) => clean.replaceAll(secret, STRUCK_OUT),
      text.replace(BOT_TOKEN, STRUCK_OUT),
    );
  const options = {
    level,
    base: { service: "scheduler" },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => describe(error, strike) },
    // Without words of its own a line would repeat the error's message as it is.
    hooks: {
      streamWrite: strike,
      logMethod(args: Parameters<LogFn>, method: LogFn) {
        if (args.length === 1 && typeof args[0] === "object") method.call(this, args[0], "error");
        else method.apply(this, args);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Described = { type: string; message: string; code?: string; stack: string[]; cause?: Described };

function describe(error: unknown, strike: (text: string) => string): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: strike(String(error)), stack: [] };
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: "query" in error ? "a statement failed" : strike(error.message),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: lines.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause, strike) }),
  };
}
