import { Hono } from "hono";
import { z } from "zod";
import type { Group } from "../../world/model.ts";
import { createGroup, createTopic, deleteTopic, migrateGroup, setBot } from "../../world/groups.ts";
import { knownPerson, type ControlDependencies, type ControlEnv } from "../dependencies.ts";
import { notFound, Problem, readBody, readId } from "../problem.ts";

const groupBody = z.strictObject({
  title: z.string().trim().min(1).max(128),
  members: z.array(z.int()).min(1),
  forum: z.boolean().optional(),
  supergroup: z.boolean().optional(),
  admins: z.array(z.int()).optional(),
});
const memberBody = z.strictObject({ member: z.boolean().optional(), admin: z.boolean().optional() });
const botBody = z.strictObject({ in: z.boolean(), by: z.int() });
const topicBody = z.strictObject({ name: z.string().trim().min(1).max(128), by: z.int() });

/** Groups with the bot: their members, administrators and topics, and their upgrade to supergroups. */
export function groupRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  const living = (id: number): Group => {
    const group = world.groups.get(id);
    if (!group) throw notFound("group");
    if (group.migratedTo !== undefined) throw new Problem(400, `it became ${group.migratedTo} already`);
    return group;
  };
  const memberOf = (group: Group, id: number) => {
    const person = knownPerson(id);
    if (!group.members.includes(id)) throw new Problem(400, "by: not a member of the group");
    return person;
  };

  app.post("/groups", async (c) => {
    const { members, forum = false, ...more } = await readBody(c, groupBody);
    const persons = [...new Set(members)].map(knownPerson);
    return c.json(createGroup(world, { persons, forum, ...more }), 201);
  });

  app.post("/groups/:id/migrate", (c) => {
    const group = living(readId(c, "id"));
    if (group.type === "supergroup") throw new Problem(400, "it is a supergroup already");
    return c.json(migrateGroup(world, group));
  });

  app.post("/groups/:id/bot", async (c) => {
    const group = living(readId(c, "id"));
    const { in: isIn, by } = await readBody(c, botBody);
    return c.json(setBot(world, group, memberOf(group, by), isIn));
  });

  app.post("/groups/:id/members/:userId", async (c) => {
    const group = living(readId(c, "id"));
    const { id } = knownPerson(readId(c, "userId"));
    const { member = true, admin = group.admins.includes(id) } = await readBody(c, memberBody);
    if (id === group.createdBy) throw new Problem(400, "the creator stays");
    const changed = (list: readonly number[], has: boolean) => [
      ...list.filter((one) => one !== id),
      ...(has ? [id] : []),
    ];
    const members = group.members.includes(id) && member ? group.members : changed(group.members, member);
    return c.json(
      world.groups.set(group.id, { ...group, members, admins: changed(group.admins, member && admin) }),
    );
  });

  app.post("/groups/:id/topics", async (c) => {
    const group = living(readId(c, "id"));
    if (!group.forum) throw new Problem(400, "the group has no topics");
    const { name, by } = await readBody(c, topicBody);
    return c.json(createTopic(world, group, memberOf(group, by), name), 201);
  });

  app.delete("/groups/:id/topics/:topicId", (c) => {
    const group = living(readId(c, "id"));
    const topicId = readId(c, "topicId");
    if (!group.topics.some(({ id, deleted }) => id === topicId && !deleted)) throw notFound("topic");
    deleteTopic(world, group, topicId);
    return c.json({ deleted: true });
  });
  return app;
}
