import { type DestinationStream, type LogFn, type Logger, pino } from "pino";

export type LogOptions = {
  level: string;
  /** Texts that may stand nowhere: every occurrence is struck out. */
  secrets: readonly string[];
  destination?: DestinationStream;
};

const BOT_TOKEN = /\d{6,12}:[\w-]{30,}/g;
const STRUCK_OUT = "[secret]";

/** JSON lines without secrets, and without what a failed statement was given. */
export function createLogger({ level, secrets, destination }: LogOptions): Logger {
  const known = secrets.filter((secret) => secret.length >= 8);
  const strike = (text: string) =>
    known.reduce(
      (clean, secret) => clean.replaceAll(secret, STRUCK_OUT),
      text.replace(BOT_TOKEN, STRUCK_OUT),
    );
  const options = {
    level,
    base: { service: "bot" },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe },
    hooks: {
      streamWrite: strike,
      // Without words of its own a line would take those of the error, which may hold what a statement was given.
      logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn) {
        const [first] = args;
        if (args.length === 1 && typeof first === "object") method.call(this, first, "failed");
        else method.apply(this, args);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Described = { type: string; message: string; code?: string; stack: string[]; cause?: Described };

function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: "query" in error ? "a statement failed" : error.message,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
