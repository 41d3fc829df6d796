import { caseOf, prepareWorld, type PreparedWorld, TEST_LINKS } from "@stsphera/core/testing/verbs";
import { createDatabase, type Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type AnyEndpoint, fieldNames, idsIn } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { type Elsewhere, elsewhere } from "../testing/matrix/matrix-world.ts";
import { type Input, request } from "../testing/matrix/request.ts";
import { rolledBack } from "../testing/matrix/rolled-back.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

vi.setConfig({ testTimeout: 120_000 });

const ABSENT = 1_999_999_999;
/** Those who see every object would otherwise read an absent one as an empty list. */
const ASKERS: readonly Role[] = ["admin", "director", "project_manager", "viewer"];

let prepared: PreparedWorld;
let foreign: Elsewhere;
let api: TestApi;
let heard: Database;
const statements: string[] = [];

beforeAll(async () => {
  prepared = await prepareWorld();
  const { world } = prepared;
  foreign = await elsewhere(prepared);
  heard = createDatabase(world.url, { max: 1, onStatement: (text) => statements.push(text) });
  api = await openApi(() => ({ db: rolledBack(heard).db, links: TEST_LINKS }), world);
});
afterAll(async () => {
  await heard.close();
  await api.close();
});

const namesObject = ({ path, query }: AnyEndpoint) =>
  [...idsIn(path), ...fieldNames(query)].includes("objectId");
const reads = ENDPOINTS.filter((endpoint) => endpoint.method === "get" && namesObject(endpoint));

test.each(reads.map((endpoint) => [endpoint.path, endpoint] as const))(
  "GET %s of an object that does not exist is not found",
  async (_path, endpoint) => {
    const { world } = prepared;
    for (const role of ASKERS) {
      const actor = await world.as(role);
      const input = (await caseOf(endpoint.verb.name).input({
        prepared,
        actor,
        ctx: world.ctx(actor),
      })) as Input;
      const answer = await request(api, endpoint, { ...input, objectId: ABSENT }, { as: actor });
      expect(`${role} ${answer.status}`).toMatch(/ (404|403)$/);
      if (role === "admin") expect(answer.status).toBe(404);
    }
  },
);

test("all reads that name an object are tried", () => expect(reads.length).toBeGreaterThan(20));

const OF_THE_COMPANY = ["userId", "workTypeId", "deliveryId"];
const things = ENDPOINTS.filter(({ path }) => idsIn(path).length > 0);

test("a foreign thing and an absent one take the same statements, read or written", async () => {
  const { world } = prepared;
  const differ: string[] = [];
  let compared = 0;
  for (const endpoint of things) {
    for (const role of ["project_manager", "viewer"] as const) {
      const actor = await world.as(role);
      const input = (await caseOf(endpoint.verb.name).input({
        prepared,
        actor,
        ctx: world.ctx(actor),
      })) as Input;
      for (const name of idsIn(endpoint.path)) {
        const there = foreign.ids[name];
        if (OF_THE_COMPANY.includes(name) || there === undefined) continue;
        const run = async (id: number) => {
          statements.length = 0;
          const { status } = await request(api, endpoint, { ...input, [name]: id }, { as: actor });
          return JSON.stringify({ status, statements });
        };
        // A connection asks for its types with its first statement.
        await run(there);
        if ((await run(there)) !== (await run(ABSENT)))
          differ.push(`${role} ${endpoint.method} ${endpoint.path} ${name}`);
        compared += 1;
      }
    }
  }
  expect(differ).toEqual([]);
  expect(compared).toBeGreaterThan(150);
});
