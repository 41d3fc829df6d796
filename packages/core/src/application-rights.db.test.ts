import { APPLICATION_ROLE } from "@stsphera/db/application-role";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRolledBack } from "./testing/verbs/in-rolled-back.ts";
import { prepareWorld } from "./testing/verbs/prepare-world.ts";
import type { PreparedWorld } from "./testing/verbs/prepared-world.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { COMMANDS } from "./registry.ts";

let prepared: PreparedWorld;
beforeAll(async () => {
  prepared = await prepareWorld();
});
afterAll(() => prepared.world.close());

test.each(COMMANDS)("$name works with the application role's database privileges", async (verb) => {
  const { world } = prepared;
  const its = caseOf(verb.name);
  const { doneBy = "admin" } = its;
  const person = await world.as(typeof doneBy === "string" ? doneBy : "admin");
  const actor = typeof doneBy === "string" ? person : doneBy;
  const role = await inRolledBack(world, actor, async (ctx, tx) => {
    await tx.execute(sql.raw(`set local role ${APPLICATION_ROLE}`));
    await verb.run(ctx, (await its.input({ prepared, actor: person, ctx })) as never);
    return tx.execute<{ role: string }>(sql`select current_user as role`);
  });
  expect(role[0]).toEqual({ role: APPLICATION_ROLE });
});
