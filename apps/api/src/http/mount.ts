import type { Hono } from "hono";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { empty, json } from "./answer.ts";
import { createInputReader } from "./read-input.ts";
import { verbContext } from "./verb-context.ts";

/** Mounts a route: reads the input, runs the verb, sends the result. */
export function mount(app: Hono<ApiEnv>, deps: AppDeps, endpoint: AnyEndpoint): void {
  const { method, path, verb, status = 200 } = endpoint;
  const readInput = createInputReader(endpoint);

  app.on(method.toUpperCase(), path, async (c) => {
    c.set("route", path);
    const input = await readInput(c);
    const answer = await verb.run(verbContext(c, deps), input as never, deps);
    return status === 302 ? redirect(c, answer) : json(c, status, answer);
  });
}

function redirect(c: HttpContext, answer: unknown): Response {
  return empty(c, 302, { Location: (answer as { url: string }).url });
}
