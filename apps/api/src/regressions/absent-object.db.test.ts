import { caseOf, prepareWorld, type PreparedWorld } from "@stsphera/core/testing/verbs";
import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnyEndpoint, fieldNames, idsIn } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { type Elsewhere, elsewhere } from "../testing/matrix/matrix-world.ts";
import { type Input, request } from "../testing/matrix/request.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

const ABSENT = 1_999_999_999;
/** Those who see every object would otherwise read an absent one as an empty list. */
const ASKERS: readonly Role[] = ["admin", "director", "project_manager", "viewer"];

let prepared: PreparedWorld;
let foreign: Elsewhere;
let api: TestApi;
const statements: string[] = [];

beforeAll(async () => {
  prepared = await prepareWorld();
  const { world } = prepared;
  foreign = await elsewhere(prepared);
  const read: typeof world.db.read = (text, params) => {
    statements.push(text);
    return world.db.read(text, params);
  };
  api = await openApi(() => ({ db: { ...world.db, read } }), world);
});
afterAll(() => api.close());

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

const OF_THE_COMPANY = ["userId", "workTypeId"];
const things = ENDPOINTS.filter(({ method, path }) => method === "get" && idsIn(path).length > 0);

test("reads of a foreign thing and of an absent one run the same statements", async () => {
  const { world } = prepared;
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
          return { status, statements: [...statements] };
        };
        expect(await run(there), `${endpoint.path} ${role} ${name}`).toEqual(await run(ABSENT));
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(30);
});
