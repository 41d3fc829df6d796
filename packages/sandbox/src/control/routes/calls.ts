import { Hono } from "hono";
import { z } from "zod";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { readQuery } from "../problem.ts";

const callsQuery = z.strictObject({
  method: z.string().optional(),
  since: z
    .union([
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    ])
    .optional(),
});

/** Received calls of the Bot API, oldest first. */
export function callRoutes({ calls }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.get("/calls", (c) => c.json(calls.list(readQuery(c, callsQuery))));
  return app;
}
