import type { z } from "zod";
import type { HttpContext } from "../deps.ts";
import { fieldProblems } from "./field-problems.ts";
import { readJsonBody } from "./read-body.ts";

/** Parses the body of a route that runs no verb. */
export async function readFields<S extends z.ZodType>(c: HttpContext, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await readJsonBody(c));
  if (parsed.success) return parsed.data;
  throw fieldProblems(parsed.error);
}
