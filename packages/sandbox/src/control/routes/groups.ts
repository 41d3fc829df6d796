import { Hono } from "hono";
import { z } from "zod";
import { createGroup, migrateGroup } from "../../world/groups.ts";
import { knownPerson, type ControlDependencies, type ControlEnv } from "../dependencies.ts";
import { notFound, Problem, readBody, readId } from "../problem.ts";

const groupBody = z.strictObject({
  title: z.string().trim().min(1).max(128),
  members: z.array(z.int()).min(1),
  forum: z.boolean().optional(),
});

/** Groups with the bot, and their upgrade to supergroups. */
export function groupRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();

  app.post("/groups", async (c) => {
    const { title, members, forum = false } = await readBody(c, groupBody);
    const persons = [...new Set(members)].map(knownPerson);
    return c.json(createGroup(world, { title, persons, forum }), 201);
  });

  app.post("/groups/:id/migrate", (c) => {
    const group = world.groups.get(readId(c, "id"));
    if (!group) throw notFound("group");
    if (group.type === "supergroup") throw new Problem(400, "it is a supergroup already");
    if (group.migratedTo !== undefined) throw new Problem(400, `it became ${group.migratedTo} already`);
    return c.json(migrateGroup(world, group));
  });
  return app;
}
