import { randomUUID } from "node:crypto";
import { can, sees, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Context, nonEmpty, type PhotoLinks } from "./kernel/index.ts";
import { inRolledBack, outcomeWithTraces } from "./testing/verbs/in-rolled-back.ts";
import { type Loss, RIGHT_LOSSES, readAgain } from "./testing/verbs/losses.ts";
import { prepareWorld } from "./testing/verbs/prepare-world.ts";
import { allStandings, type PreparedWorld, type Standing } from "./testing/verbs/prepared-world.ts";
import { TEST_LINKS } from "./testing/verbs/test-links.ts";
import { type Expected, expectedOf, type RunCase } from "./testing/verbs/verb-case.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { COMMANDS, QUERIES } from "./registry.ts";

/**
 * Possible refusals of a replay: the first run may have changed the state, which is then checked before the right.
 */
const REFUSED = ["forbidden", "not_found", "conflict"];

let prepared: PreparedWorld;
let people: Standing[];
let admin: UserActor;
beforeAll(async () => {
  prepared = await prepareWorld();
  people = await allStandings(prepared);
  admin = await prepared.world.createUser({ role: "admin", fullName: "Второй Админ" });
});
afterAll(() => prepared.world.close());

/**
 * A user to whom the loss may happen and who can run the verb before it; preferably the one for whom the loss is
 * meant.
 */
function doerOf(its: RunCase, loss: Loss): Standing | undefined {
  const able = people.filter(
    (person) => loss.befalls(person) && expectedOf(its, prepared, person.actor) === "ok",
  );
  return able.find(({ role }) => role === its.doneBy) ?? able[0];
}

/** Links that count how many were signed. */
function countedLinks(): { links: PhotoLinks; signed: () => number } {
  let signed = 0;
  const count = <T>(link: T): T => {
    signed += 1;
    return link;
  };
  const links: PhotoLinks = {
    ...TEST_LINKS,
    sign: (...a) => count(TEST_LINKS.sign(...a)),
    upload: (...a) => count(TEST_LINKS.upload?.(...a) ?? { url: "", headers: {} }),
  };
  return { links, signed: () => signed };
}

/**
 * The outcome of a replay required by the permission matrix, regardless of what the kernel stored with the answer.
 */
function answerExpected(its: RunCase, person: UserActor, kept: Kept | undefined): Expected {
  if (person.status !== "active") return "forbidden";
  const objectId = kept?.objectId ?? null;
  const ofObject = its.onObject === true || its.makesPartOfObject === true;
  if (ofObject && objectId !== null && !sees(person, objectId)) return "not_found";
  if (its.permission === "self" || its.permission === "job") return "ok";
  const relations = its.relations?.(prepared, person) ?? [];
  return can(person, its.permission, objectId === null ? {} : { objectId, relations }) ? "ok" : "forbidden";
}

type Kept = { objectId: number | null; permission: string | null };
async function keyOf(ctx: Context, key: string): Promise<Kept | undefined> {
  const [row] = await ctx.db.read<Kept>(
    `select object_id as "objectId", permission from idempotency_keys where key = $1`,
    [key],
  );
  return row;
}

const withKey = COMMANDS.filter(({ name }) => caseOf(name).permission !== "job");
const pairs = withKey.flatMap((verb) =>
  RIGHT_LOSSES.map((loss) => [verb.name, loss.name, verb, loss] as const),
);
const tried = new Map<string, Set<string>>();

describe("an old idempotency key reveals nothing to a user who lost the right it was used by, and returns the answer to others", () => {
  test.each(pairs)("%s of %s", async (_verb, _loss, verb, loss) => {
    const its = caseOf(verb.name);
    const doer = doerOf(its, loss);
    if (doer === undefined) return;
    tried.set(verb.name, (tried.get(verb.name) ?? new Set()).add(loss.name));
    await inRolledBack(prepared.world, doer.actor, async (ctx, tx) => {
      const { links, signed } = countedLinks();
      const key = { idempotencyKey: randomUUID() };
      const input = await its.input({ prepared, actor: doer.actor, ctx });
      const run = (actor: UserActor, more: Partial<Context>) =>
        verb.run({ ...ctx, actor, links, ...more }, input as never);
      const first = await run(doer.actor, key);
      const kept = await keyOf(ctx, key.idempotencyKey);
      expect(kept?.permission, "the right was written down").toBeTruthy();

      const still = await readAgain(ctx, doer.actor);
      const again = await outcomeWithTraces(ctx, tx, async () =>
        expect(await run(still, key)).toEqual(first),
      );
      expect(again).toEqual({ outcome: answerExpected(its, still, kept), left: 0 });

      await loss.happens({
        prepared,
        ctx: { ...ctx, actor: admin, requestId: randomUUID() },
        actor: doer.actor,
      });
      const lost = await readAgain(ctx, doer.actor);
      const before = signed();
      const expected = answerExpected(its, lost, kept);
      const replayed = await outcomeWithTraces(ctx, tx, () => run(lost, key));
      expect(replayed).toEqual({ outcome: expected, left: 0 });
      if (expectedOf(its, prepared, lost) !== "ok") {
        const { outcome, left } = await outcomeWithTraces(ctx, tx, () => run(lost, {}));
        expect(REFUSED, `an old button: ${outcome}`).toContain(outcome);
        expect(left).toBe(0);
      }
      if (expected !== "ok") expect(signed(), "links signed").toBe(before);
    });
  });
});

test("every verb with a key was tried with every user whose right the loss removes", () => {
  expect([...tried.keys()].sort()).toEqual(withKey.map(({ name }) => name).sort());
  for (const { name } of RIGHT_LOSSES) {
    const verbs = [...tried.values()].filter((one) => one.has(name));
    expect(verbs.length, name).toBeGreaterThan(30);
  }
});

describe("a user who lost rights reads only what the matrix leaves them, and no other link is signed for them", () => {
  test.each(RIGHT_LOSSES.map((loss) => [loss.name, loss] as const))("%s", async (_name, loss) => {
    const befallen = people.filter(loss.befalls);
    const { actor } = befallen.find(({ role }) => role === "project_manager") ?? nonEmpty(befallen)[0];
    const inputs = new Map<string, unknown>();
    for (const { name } of QUERIES) {
      inputs.set(name, await caseOf(name).input({ prepared, actor, ctx: prepared.world.ctx(actor) }));
    }
    await inRolledBack(prepared.world, actor, async (ctx, tx) => {
      await loss.happens({ prepared, ctx: { ...ctx, actor: admin }, actor });
      const lost = await readAgain(ctx, actor);
      for (const verb of QUERIES) {
        const its = caseOf(verb.name);
        const { links, signed } = countedLinks();
        const asked = { ...ctx, actor: lost, links };
        const input = inputs.get(verb.name);
        const { outcome } = await outcomeWithTraces(asked, tx, () => verb.run(asked, input as never));
        expect(`${verb.name} ${outcome}`).toBe(`${verb.name} ${expectedOf(its, prepared, lost)}`);
        if (outcome !== "ok") expect(`${verb.name} ${signed()}`).toBe(`${verb.name} 0`);
      }
    });
  });
});
