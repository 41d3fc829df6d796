import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ATTACHMENT_RULES, DECISION_SOURCES } from "./domains/index.ts";
import { COMMANDS } from "./registry.ts";

const here = import.meta.dirname;
const sources = globSync("{domains,platform}/**/*.ts", { cwd: here })
  .filter((path) => !/[.]test[.]ts$|[/\\]testing[/\\]/.test(path))
  .map((path) => ({ path, text: readFileSync(join(here, path), "utf8") }));
/** All matches of a pattern in the sources, each with its file. */
const found = (pattern: RegExp) =>
  sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name]) => ({ path, name })));

const lifecycles = [...new Set(COMMANDS.map(({ lifecycle }) => lifecycle))].filter(
  (one) => one !== undefined,
);
const sourced = DECISION_SOURCES.map(({ entityType }) => entityType);

test("every verb that makes moves names its entity", () => {
  expect(lifecycles.map(({ entity }) => entity)).toEqual(expect.arrayContaining(["task", "object", "user"]));
});

/**
 * A request for erasure is the date of an agreement, written by asking, agreeing again and erasing; a zone waits for a
 * foreman, who is named by an ordinary change.
 */
const WITHOUT_MOVES = ["erasure", "zone"];

test("moves of an entity with waiting decisions write them, and each such entity is registered", () => {
  const written = lifecycles
    .filter(({ decisionsOf }) => decisionsOf !== undefined)
    .map(({ entity }) => entity);
  expect([...written, ...WITHOUT_MOVES].sort()).toEqual([...sourced].sort());
});

test("an entity whose work is judged by somebody else registers a decision in its domain", () => {
  const judged = lifecycles.filter(({ workflow }) =>
    Object.values(workflow.moves).some(({ actorRule }) => actorRule?.apartFromDoers === true),
  );
  expect(judged.map(({ entity }) => entity).filter((entity) => !sourced.includes(entity))).toEqual([]);
  expect(judged.length).toBeGreaterThan(2);
});

test("every entity type with attachments has a rule that says who sees its files", () => {
  const attached = found(/(?:filesJson|attachedTo)\("(\w+)"/g).map(({ name = "" }) => name);
  expect(new Set(attached).size).toBeGreaterThan(3);
  expect(attached.filter((entityType) => ATTACHMENT_RULES[entityType] === undefined)).toEqual([]);
});

test("callback data of cards begin with distinct letters", () => {
  const prefixes = found(/actionData<[^>]*>\(\{\s*entity: "(\w+)"/g).map(({ name }) => name);
  const made = found(/(actionData)<[^>]*>\(/g);
  expect(prefixes).toHaveLength(made.length);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

test("a living card has a single name in a chat: that of its entity card", () => {
  const living = sources.filter(
    ({ path, text }) => path.startsWith("domains") && text.includes("living: true"),
  );
  expect(living.length).toBeGreaterThan(3);
  for (const { path, text } of living) {
    const cards = [...text.matchAll(/living: true/g)].length;
    expect([...text.matchAll(/\bkey: \w+[.]key\(/g)], path).toHaveLength(cards);
  }
});
