import { prepareWorld, TEST_LINKS } from "@stsphera/core/testing/verbs";
import type { UserActor } from "@stsphera/rbac";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApp } from "../app.ts";
import type { AppDeps } from "../deps.ts";
import { type ApiDocument, apiDocument } from "../testing/document/api-document.ts";
import { documentChecker } from "../testing/document/document-checker.ts";
import { fillWorld, knownIds } from "../testing/fuzz/known-ids.ts";
import { type FuzzRequest, requestsTo } from "../testing/fuzz/requests.ts";
import type { Sources } from "../testing/fuzz/values.ts";
import { rolledBack } from "../testing/matrix/rolled-back.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

vi.setConfig({ testTimeout: 600_000 });

/** Number of requests; `pnpm test:long` generates more. */
const REQUESTS = Number(process.env["FUZZED_REQUESTS"] ?? 1_000);
/** Fewer requests to an operation do not get past its checks often enough, however many operations there are. */
const LEAST = 12;
/** The seed of the generated requests, for repeatable runs. */
const SEED = 20_260_908;

type Asker = { name: string; actor: UserActor | undefined };
type Answer = { status: number; headers: Headers; body: unknown };

let api: TestApi;
let document: ApiDocument;
let sources: Sources;
let askers: readonly Asker[];
let ask: (request: FuzzRequest, actor: UserActor | undefined) => Promise<Answer>;

beforeAll(async () => {
  const prepared = await prepareWorld();
  const { world, here, foreman, pending } = prepared;
  await fillWorld(prepared);
  api = await openApi(() => ({ db: rolledBack(world.db).db, links: TEST_LINKS }), world);
  document = await apiDocument(api);
  sources = { schemas: document.schemas, ids: await knownIds(world, here.version) };
  const admin = { name: "an admin", actor: await world.as("admin") };
  const manager = { name: "the manager", actor: await world.as("project_manager") };
  askers = [
    admin,
    manager,
    { name: "the foreman", actor: foreman },
    admin,
    manager,
    { name: "an observer", actor: await world.as("viewer") },
    { name: "a stranger", actor: await world.createUser({ role: "project_manager" }) },
    { name: "a newcomer", actor: pending },
    { name: "nobody", actor: undefined },
  ];
  ask = inProcess(api.deps);
}, 60_000);
afterAll(() => api.close());

/** Sends requests to the application in process, without a network connection. */
function inProcess(deps: AppDeps): typeof ask {
  const app = createApp(deps);
  const env = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  return async ({ method, path, headers, body }, actor) => {
    const who = actor === undefined ? {} : { authorization: `Bearer ${api.token(actor)}` };
    const init = { method, headers: { ...headers, ...who }, ...(body === undefined ? {} : { body }) };
    const response = await app.fetch(new Request(`http://api.test${path}`, init), env);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}

const shown = (value: string | undefined) => (value ?? "no body").slice(0, 400);

test(`${REQUESTS} generated requests: no server error, and the document describes every answer`, async () => {
  const { operations } = document;
  const { answerProblems } = documentChecker(document);
  const each = Math.max(LEAST, Math.ceil(REQUESTS / operations.length));
  const wrong: string[] = [];
  const seen = new Map<number, number>();
  let asked = 0;
  const done = new Set<string>();
  for (const [number, operation] of operations.entries()) {
    const requests = fc.sample(requestsTo(operation, sources), { numRuns: each, seed: SEED + number });
    for (const [at, request] of requests.entries()) {
      const asker = askers[at % askers.length] as Asker;
      const answer = await ask(request, asker.actor);
      asked += 1;
      if (answer.status < 400) done.add(operation.name);
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      const problems = answer.status >= 500 ? ["a failure"] : answerProblems(operation, answer);
      if (problems.length === 0) continue;
      const said = shown(JSON.stringify(answer.body));
      wrong.push(`${operation.name} by ${asker.name}: ${answer.status} ${problems.join("; ")}
  ${request.method} ${shown(request.path)} ${JSON.stringify(request.headers)} ${shown(request.body)}
  ${said}`);
    }
  }
  expect(wrong.slice(0, 20).join("\n"), `${wrong.length} of ${asked}, seed ${SEED}`).toBe("");
  expect(asked).toBeGreaterThanOrEqual(REQUESTS);
  for (const status of [200, 201, 401, 403, 404, 409, 413, 415, 422])
    expect(seen.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(0);
  // Many generated moves are refused because they do not fit the state of the entity.
  expect(done.size, "operations that were done").toBeGreaterThan(operations.length / 2);
});
