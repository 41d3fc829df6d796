import { Hono } from "hono";
import { z } from "zod";
import { isDevelopmentClock, type DevelopmentClock } from "../../clock/clock.ts";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { Problem, readBody } from "../problem.ts";

const yearSeconds = 366 * 24 * 3600;

const clockBody = z
  .strictObject({
    now: z.iso.datetime({ offset: true }).optional(),
    advanceSeconds: z
      .number()
      .min(-10 * yearSeconds)
      .max(10 * yearSeconds)
      .optional(),
    freeze: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, "name at least one of now, advanceSeconds, freeze");

/** The development clock. */
export function clockRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.get("/clock", async (c) => c.json(await movable(world.clock).read()));
  app.post("/clock", async (c) => c.json(await movable(world.clock).change(await readBody(c, clockBody))));
  return app;
}

function movable(clock: unknown): DevelopmentClock {
  const candidate = clock as DevelopmentClock;
  if (isDevelopmentClock(candidate)) return candidate;
  throw new Problem(409, "this sandbox was started with a clock of its own that cannot be moved");
}
