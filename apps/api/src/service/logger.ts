import { type DestinationStream, type Logger, pino } from "pino";

export type LogOptions = {
  level: string;
  /** Texts that may stand nowhere: every occurrence is struck out. */
  secrets: readonly string[];
  destination?: DestinationStream;
};

const BOT_TOKEN = /\d{6,12}:[\w-]{30,}/g;
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const STRUCK_OUT = "[secret]";

/** JSON lines. Errors are written without what they were given: drivers put parameters into their messages. */
export function createLogger({ level, secrets, destination }: LogOptions): Logger {
  const known = secrets.filter((secret) => secret.length >= 8);
  const strike = (text: string) => {
    let clean = text.replace(BOT_TOKEN, STRUCK_OUT).replace(JWT, STRUCK_OUT);
    for (const secret of known) clean = clean.replaceAll(secret, STRUCK_OUT);
    return clean;
  };
  const options = {
    level,
    base: { service: "api" },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => describeError(error, strike) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Described = { type: string; message: string; code?: string; stack: string[]; cause?: Described };

function describeError(error: unknown, strike: (text: string) => string): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: strike(String(error)), stack: [] };
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return {
    type: error.name,
    message: strike("query" in error ? "a statement failed" : error.message),
    ...code,
    stack: stack.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, strike) }),
  };
}
