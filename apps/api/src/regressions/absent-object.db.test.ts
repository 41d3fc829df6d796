import { caseOf, prepareWorld, type PreparedWorld } from "@stsphera/core/testing/verbs";
import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnyEndpoint, fieldNames, idsIn } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { type Input, request } from "../testing/matrix/request.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

const ABSENT = 1_999_999_999;
/** Those who see every object would otherwise read an absent one as an empty list. */
const ASKERS: readonly Role[] = ["admin", "director", "project_manager", "viewer"];

let prepared: PreparedWorld;
let api: TestApi;

beforeAll(async () => {
  prepared = await prepareWorld();
  api = await openApi(() => ({}), prepared.world);
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
