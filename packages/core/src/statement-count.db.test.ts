import type { UserActor } from "@stsphera/rbac";
import { z } from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadActor } from "./domains/people/index.ts";
import { type Counting, countingDatabase } from "./testing/verbs/counting-database.ts";
import { growWorld, prepareWorld } from "./testing/verbs/prepare-world.ts";
import type { PreparedWorld } from "./testing/verbs/prepared-world.ts";
import { TEST_LINKS } from "./testing/verbs/test-links.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { type AnyQuery, QUERIES } from "./registry.ts";
import type { Context } from "./kernel/index.ts";
import { fieldsOf, refusalOf } from "./testing/index.ts";

/** Of the three statements allowed for a read, one loads the actor. */
const MAX_STATEMENTS = 2;

type Measured = { statements: number; size: number; cursor: string | null };

let prepared: PreparedWorld;
let counting: Counting;
const few = new Map<string, Measured>();
const many = new Map<string, Measured>();
const texts = new Set<string>();

async function reader(): Promise<UserActor> {
  return prepared.world.as("project_manager");
}

const isPage = (answer: unknown): answer is { nextCursor: string | null } =>
  typeof answer === "object" && answer !== null && "nextCursor" in answer;

async function asked(verb: AnyQuery): Promise<{ ctx: Context; input: object }> {
  const { doneBy, input: inputOf } = caseOf(verb.name);
  const actor = typeof doneBy === "string" ? await prepared.world.as(doneBy) : await reader();
  const inOrder = { db: counting.db, links: TEST_LINKS };
  const ctx = prepared.world.ctx(typeof doneBy === "object" ? doneBy : actor, inOrder);
  return { ctx, input: (await inputOf({ prepared, actor, ctx })) as object };
}

async function measure(verb: AnyQuery): Promise<Measured> {
  const { ctx, input } = await asked(verb);
  counting.taken();
  const answer = await verb.run(ctx, input as never);
  const taken = counting.taken();
  for (const text of taken) texts.add(text);
  const cursor = isPage(answer) ? answer.nextCursor : null;
  return { statements: taken.length, size: JSON.stringify(answer).length, cursor };
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

describe("a list refuses the cursor of every other list", () => {
  const lists = QUERIES.filter(({ input }) => input instanceof z.ZodObject && "cursor" in input.shape);

  test.each(lists.map((verb) => [verb.name, verb] as const))("%s", async (name, verb) => {
    const { ctx, input } = await asked(verb);
    const others = [...many].filter(([other, { cursor }]) => other !== name && cursor !== null);
    expect(others.length).toBeGreaterThan(10);
    for (const [other, { cursor }] of others) {
      const refusal = await refusalOf(verb.run(ctx, { ...input, cursor } as never));
      expect(`${other}: ${fieldsOf(refusal).join()}`).toBe(`${other}: cursor: cursor_broken`);
    }
  });

  test("every list was read with pages", () => {
    const paged = [...many].filter(([, { cursor }]) => cursor !== null).map(([name]) => name);
    expect(paged.sort()).toEqual(lists.map(({ name }) => name).sort());
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
