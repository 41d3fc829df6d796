import { Hono } from "hono";
import { z } from "zod";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { readBody } from "../problem.ts";

const newSubscription = z.strictObject({ applicationServerKey: z.string().regex(/^[\w-]{87}$/) });
const dropped = z.strictObject({ endpoint: z.url() });
const faults = z.array(
  z.strictObject({
    status: z.int().min(400).max(599),
    retryAfter: z.string().optional(),
    times: z.int().min(1),
  }),
);

/** The push service: what browsers and their users do, and `/push/p/<id>`, to which applications send. */
export function pushRoutes({ pushes }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.get("/push/messages", (c) => c.json(pushes.messages));
  app.get("/push/refusals", (c) => c.json(pushes.refusals));
  app.post("/push/subscriptions", async (c) =>
    c.json(pushes.subscribe((await readBody(c, newSubscription)).applicationServerKey), 201),
  );
  app.post("/push/dropped", async (c) => {
    pushes.drop((await readBody(c, dropped)).endpoint);
    return c.json({});
  });
  app.post("/push/faults", async (c) => {
    pushes.fail(...(await readBody(c, faults)));
    return c.json({});
  });
  app.all("/push/p/:id", (c) => pushes.handle(c.req.raw));
  return app;
}
