import { isGranting } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outcomeOf } from "./testing/index.ts";
import { inRolledBack, outcomeWithTraces } from "./testing/verbs/in-rolled-back.ts";
import { prepareWorld } from "./testing/verbs/prepare-world.ts";
import { allStandings, type PreparedWorld, type Standing } from "./testing/verbs/prepared-world.ts";
import { TEST_LINKS } from "./testing/verbs/test-links.ts";
import { expectedOf } from "./testing/verbs/verb-case.ts";
import { caseOf, VERB_CASES } from "./testing/verbs/verb-cases.ts";
import { type AnyQuery, COMMANDS, QUERIES } from "./registry.ts";

let prepared: PreparedWorld;
let people: Standing[];
beforeAll(async () => {
  prepared = await prepareWorld();
  people = await allStandings(prepared);
});
afterAll(() => prepared.world.close());

const line = ({ role, stand }: Standing, outcome: string) => `${stand} ${role}: ${outcome}`;

test("every verb has a case, and every case a verb", () => {
  const names = [...COMMANDS, ...QUERIES].map((verb) => verb.name);
  expect(Object.keys(VERB_CASES).sort()).toEqual([...names].sort());
  expect(new Set(names).size).toBe(names.length);
});

test("all 17 roles in each of the five standings", () => {
  expect(people).toHaveLength(85);
});

describe("a command succeeds exactly for the users in the matrix, and a refusal leaves no trace", () => {
  test.each(COMMANDS)("$name", async (verb) => {
    const its = caseOf(verb.name);
    const [seen, expected]: [string[], string[]] = [[], []];
    for (const person of people) {
      const { actor } = person;
      const answer = expectedOf(its, prepared, actor);
      expected.push(line(person, answer));
      const { outcome, left } = await inRolledBack(prepared.world, actor, async (ctx, tx) => {
        const input = await its.input({ prepared, actor, ctx });
        return outcomeWithTraces(ctx, tx, () => verb.run(ctx, input as never));
      });
      seen.push(line(person, outcome));
      expect(left > 0, `${line(person, outcome)} leaves a record`).toBe(outcome === "ok");
    }
    expect(seen).toEqual(expected);
  });
});

describe("a query answers exactly the users in the matrix", () => {
  test.each(QUERIES)("$name", async (verb) => {
    const its = caseOf(verb.name);
    const [seen, expected]: [string[], string[]] = [[], []];
    for (const person of people) {
      const { actor } = person;
      const ctx = prepared.world.ctx(actor, { links: TEST_LINKS });
      expected.push(line(person, ownName(verb, person) ?? expectedOf(its, prepared, actor)));
      const input = await its.input({ prepared, actor, ctx });
      seen.push(line(person, await outcomeOf(verb.run(ctx, input as never))));
    }
    expect(seen).toEqual(expected);
  });
});

describe("rights are not granted by delegated rights: any deputy is refused, and nothing is written", () => {
  const granting = [...COMMANDS, ...QUERIES].filter(({ name }) => {
    const { permission, onObject } = caseOf(name);
    return permission !== "self" && permission !== "job" && isGranting(permission) && onObject === true;
  });

  test("these verbs are those of team, crews, invitations and delegations", () => {
    expect(granting.map((verb) => verb.name).sort()).toEqual([
      "crew.set_members",
      "crew.update",
      "delegation.create_for_object",
      "delegation.end",
      "invitation.create",
      "invitation.list",
      "invitation.revoke",
      "object.set_team",
      "user.available",
    ]);
  });

  test.each(granting)("$name", async (verb) => {
    const its = caseOf(verb.name);
    const deputies = people.filter(({ stand }) => stand === "deputy");
    for (const { role, actor } of deputies) {
      const refusal = await inRolledBack(prepared.world, actor, async (ctx, tx) => {
        const input = await its.input({ prepared, actor, ctx });
        return outcomeWithTraces(ctx, tx, () => verb.run(ctx, input as never));
      });
      const sees = !["admin", "curator"].includes(role) && verb.name !== "delegation.end";
      expect({ role, ...refusal }).toEqual({ role, outcome: sees ? "forbidden" : "not_found", left: 0 });
    }
  });
});

/** A pending user may only read their own name. */
const ownName = (verb: AnyQuery, { stand }: Standing) =>
  verb.name === "me.get" && stand === "pending" ? "ok" : null;
