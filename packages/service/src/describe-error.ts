export type DescribedError = {
  type: string;
  message: string;
  code?: string;
  stack: string[];
  cause?: DescribedError;
};

const MAX_FRAMES = 12;

/** An error as logged: for a failed statement without its message, in which drivers include parameter values. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: [] };
  const frames = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: "query" in error ? "a statement failed" : error.message,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
