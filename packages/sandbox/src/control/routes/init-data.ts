import { Hono } from "hono";
import { z } from "zod";
import { createInitData } from "../../init-data/init-data.ts";
import { knownPerson, type ControlDependencies, type ControlEnv } from "../dependencies.ts";
import { readQuery } from "../problem.ts";

const initDataQuery = z.strictObject({
  userId: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  startParam: z
    .string()
    .regex(/^[\w-]{1,512}$/)
    .optional(),
  authDate: z
    .union([
      z
        .string()
        .regex(/^\d{1,12}$/)
        .transform(Number),
      z.iso.datetime({ offset: true }).transform((text) => Math.floor(Date.parse(text) / 1000)),
    ])
    .optional(),
});

/** Signed `initData` of a user; `authDate` is in Unix seconds or ISO-8601, by default the development clock's now. */
export function initDataRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  app.get("/init-data", (c) => {
    const { userId, startParam, authDate } = readQuery(c, initDataQuery);
    const initData = createInitData({
      botToken: world.botToken,
      person: knownPerson(userId),
      authDate: authDate ?? world.unixNow(),
      startParam,
    });
    return c.json({ initData });
  });
  return app;
}
