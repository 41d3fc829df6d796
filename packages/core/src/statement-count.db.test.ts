import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadActor } from "./domains/people/index.ts";
import { type Counting, countingDatabase } from "./testing/verbs/counting-database.ts";
import { growWorld, prepareWorld } from "./testing/verbs/prepare-world.ts";
import type { PreparedWorld } from "./testing/verbs/prepared-world.ts";
import { TEST_LINKS } from "./testing/verbs/test-links.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { type AnyQuery, QUERIES } from "./registry.ts";

/** Of the three statements allowed for a read, one loads the actor. */
const MAX_STATEMENTS = 2;

type Measured = { statements: number; size: number };

let prepared: PreparedWorld;
let counting: Counting;
const few = new Map<string, Measured>();
const many = new Map<string, Measured>();
const texts = new Set<string>();

async function reader(): Promise<UserActor> {
  return prepared.world.as("project_manager");
}

async function measure(verb: AnyQuery): Promise<Measured> {
  const { doneBy, input: inputOf } = caseOf(verb.name);
  const actor = typeof doneBy === "string" ? await prepared.world.as(doneBy) : await reader();
  const ctx = prepared.world.ctx(actor, { db: counting.db, links: TEST_LINKS });
  const input = await inputOf({ prepared, actor, ctx });
  counting.taken();
  const answer = await verb.run(ctx, input as never);
  const taken = counting.taken();
  for (const text of taken) texts.add(text);
  return { statements: taken.length, size: JSON.stringify(answer).length };
}

beforeAll(async () => {
  prepared = await prepareWorld();
  counting = countingDatabase(prepared.world.url);
  for (const verb of QUERIES) few.set(verb.name, await measure(verb));
  await growWorld(prepared, await reader());
  for (const verb of QUERIES) many.set(verb.name, await measure(verb));
});
afterAll(async () => {
  await counting.db.close();
  await prepared.world.close();
});

describe("a read has at most two statements, the same number for few and for hundreds of rows", () => {
  test.each(QUERIES.map((verb) => verb.name))("%s", (name) => {
    const [before, after] = [few.get(name), many.get(name)];
    expect(before?.statements).toBeLessThanOrEqual(MAX_STATEMENTS);
    expect(after?.statements).toBe(before?.statements);
    if (caseOf(name).ofOneSize === true) expect(after?.size).toBe(before?.size);
    else expect(after?.size).toBeGreaterThan(before?.size ?? Number.POSITIVE_INFINITY);
  });
});

test("the actor is loaded in one statement, on however many objects they are", async () => {
  const { id } = await reader();
  counting.taken();
  const actor = await loadActor(counting.db, { userId: id }, prepared.world.now);
  expect(Object.keys(actor?.objectRoles ?? {})).toHaveLength(501);
  expect(counting.taken()).toHaveLength(1);
});

test("every statement of a read is prepared", async () => {
  const kept = new Set(await counting.prepared());
  expect(texts.size).toBeGreaterThan(0);
  expect([...texts].filter((text) => !kept.has(text))).toEqual([]);
});
