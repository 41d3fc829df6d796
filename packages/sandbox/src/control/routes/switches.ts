import { Hono } from "hono";
import { z } from "zod";
import { faultKinds } from "../../bot-api/faults.ts";
import { findMethod } from "../../bot-api/methods/index.ts";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { readBody } from "../problem.ts";

const storeSwitches = z.strictObject({ down: z.boolean().optional(), lax: z.boolean().optional() });

const faultBody = z
  .strictObject({
    kind: z.enum(faultKinds),
    method: z
      .string()
      .refine((name) => name === "file" || findMethod(name) !== undefined, "unknown method")
      .optional(),
    count: z.int().min(1).max(100_000).optional(),
    rate: z.number().gt(0).max(1).optional(),
    retryAfter: z.int().min(1).max(3600).optional(),
    seconds: z.number().gt(0).max(86_400).optional(),
  })
  .refine((body) => body.count === undefined || body.rate === undefined, "count or rate, not both")
  .refine((body) => body.retryAfter === undefined || body.kind === "429", "retryAfter belongs to 429");

/** Faults, sending limits and outages of the object store. */
export function switchRoutes({ faults, limits, objectStore }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();

  app.get("/faults", (c) => c.json(faults.list()));
  app.post("/faults", async (c) => {
    faults.add(await readBody(c, faultBody));
    return c.json(faults.list(), 201);
  });
  app.delete("/faults", (c) => {
    faults.clear();
    return c.json([]);
  });

  app.get("/limits", (c) => c.json({ on: limits.on }));
  app.post("/limits", async (c) => {
    limits.switch((await readBody(c, z.strictObject({ on: z.boolean() }))).on);
    return c.json({ on: limits.on });
  });

  const storeState = () => ({ down: objectStore.down, lax: objectStore.lax });
  app.get("/store", (c) => c.json(storeState()));
  app.post("/store", async (c) => {
    const { down, lax } = await readBody(c, storeSwitches);
    objectStore.down = down ?? objectStore.down;
    objectStore.lax = lax ?? objectStore.lax;
    return c.json(storeState());
  });
  return app;
}
