import { schema } from "@stsphera/db";
import { isGranting, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeUserRole } from "./domains/people/index.ts";
import { COMMANDS } from "./registry.ts";
import { outcomeOf } from "./testing/index.ts";
import { inRolledBack, outcomeWithTraces } from "./testing/verbs/in-rolled-back.ts";
import { RIGHT_LOSSES, readAgain } from "./testing/verbs/losses.ts";
import { prepareWorld } from "./testing/verbs/prepare-world.ts";
import { allStandings, type PreparedWorld, type Standing } from "./testing/verbs/prepared-world.ts";
import { rightsIn } from "./testing/verbs/rights-in.ts";
import { expectedOf } from "./testing/verbs/verb-case.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";

let prepared: PreparedWorld;
let people: Standing[];
let admin: UserActor;
beforeAll(async () => {
  prepared = await prepareWorld();
  people = await allStandings(prepared);
  admin = await prepared.world.createUser({ role: "admin", fullName: "Второй Админ" });
});
afterAll(() => prepared.world.close());

/** Those of people: a job loses no rights. */
const giving = COMMANDS.filter(({ gives, name }) => gives && caseOf(name).permission !== "job");

test("a verb with a granting permission gives, and so do those that say so", () => {
  const marked = giving.filter(({ permissions }) => !permissions.some((one) => isGranting(one)));
  expect(marked.map(({ name }) => name).sort()).toEqual([
    "gpr.remark",
    "gpr.sign",
    "invitation.join",
    "object.create",
    "object.save_settings",
    "object_draft.complete",
  ]);
  const granting = COMMANDS.filter(({ permissions }) => permissions.some((one) => isGranting(one)));
  expect(granting.filter(({ gives }) => !gives)).toEqual([]);
  expect(granting.length).toBeGreaterThan(8);
});

describe("a request that began before its actor lost the right gives nothing", () => {
  const tried = new Set<string>();
  const pairs = giving.flatMap((verb) =>
    RIGHT_LOSSES.map((loss) => [verb.name, loss.name, verb, loss] as const),
  );
  test.each(pairs)("%s of %s", async (_verb, _loss, verb, loss) => {
    const its = caseOf(verb.name);
    const able = people.filter(
      (person) => loss.befalls(person) && expectedOf(its, prepared, person.actor) === "ok",
    );
    const doer = able.find(({ role }) => role === its.doneBy) ?? able[0];
    if (doer === undefined) return;
    await inRolledBack(prepared.world, doer.actor, async (stale, tx) => {
      const input = await its.input({ prepared, actor: doer.actor, ctx: stale });
      await loss.happens({ prepared, ctx: { ...stale, actor: admin }, actor: doer.actor });
      if (expectedOf(its, prepared, await readAgain(stale, doer.actor)) === "ok") return;
      tried.add(verb.name);
      const rights = await rightsIn(tx);
      const { outcome, left } = await outcomeWithTraces(stale, tx, () => verb.run(stale, input as never));
      expect(["forbidden", "not_found"]).toContain(outcome);
      expect(left).toBe(0);
      expect(await rightsIn(tx)).toBe(rights);
    });
  });

  test("each of these verbs was tried", () => {
    expect([...tried].sort()).toEqual(giving.map(({ name }) => name).sort());
  });
});

test("of a demotion and what the demoted admin gives at that moment, either is first in fact and in the record", async () => {
  const { world } = prepared;
  const made = (role: "admin" | "pto") => world.createUser({ role });
  for (let round = 0; round < 8; round += 1) {
    const [leaver, friend] = await Promise.all([made("admin"), made("pto")]);
    const change = (actor: UserActor, userId: number, role: "admin" | "pto") =>
      outcomeOf(changeUserRole.run(world.ctx(actor), { userId, role, version: 1 }));
    const [demoted, promoted] = await Promise.all([
      change(admin, leaver.id, "pto"),
      change(leaver, friend.id, "admin"),
    ]);
    expect(demoted).toBe("ok");
    const rows = await world.db.orm.select().from(schema.auditLog);
    const [first] = rows
      .filter(
        ({ action, entityId }) => action === "user.change_role" && [leaver.id, friend.id].includes(entityId),
      )
      .sort((a, b) => a.id - b.id);
    expect(promoted).toBe(first?.entityId === friend.id ? "ok" : "forbidden");
  }
});
