import type { Context } from "hono";
import type { z } from "zod";

const longestBody = 128 * 1024 * 1024;

/** An error answer of the control API. */
export class Problem extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413;

  constructor(status: 400 | 403 | 404 | 409 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

export function notFound(what: string): Problem {
  return new Problem(404, `${what} not found`);
}

/** The request's JSON body, parsed by a schema. */
export async function readBody<T extends z.ZodType>(c: Context, shape: T): Promise<z.infer<T>> {
  if (!c.req.header("content-type")?.startsWith("application/json")) {
    throw new Problem(400, "the body must be application/json");
  }
  return check(shape, parse(await textOf(c.req.raw)));
}

/** The request's query, parsed by a schema. */
export function readQuery<T extends z.ZodType>(c: Context, shape: T): z.infer<T> {
  return check(shape, c.req.query());
}

/** An integer in the path. */
export function readId(c: Context, name: string): number {
  const text = c.req.param(name) ?? "";
  if (!/^-?\d{1,16}$/.test(text)) throw new Problem(400, `${name} must be a whole number`);
  return Number(text);
}

function check<T extends z.ZodType>(shape: T, value: unknown): z.infer<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new Problem(400, issues.join("; "));
}

async function textOf(request: Request): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > longestBody) throw new Problem(413, "the body is too large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem(400, "the body is not JSON");
  }
}
