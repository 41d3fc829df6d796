import type { TestObject } from "@stsphera/core/testing";
import { thingsOn } from "@stsphera/core/testing/verbs";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENDPOINTS } from "../routes/index.ts";
import { addressOf, type Ids } from "../testing/addresses.ts";
import { type HostileScene, openHostileScene } from "../testing/hostile-scene.ts";
import type { TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let admin: UserActor;
let refused: HostileScene["refused"];
let ids: Ids;

beforeAll(async () => {
  ({ api, object, refused } = await openHostileScene());
  admin = await api.world.as("admin");
  const things = await thingsOn({ world: api.world, author: admin, objectId: object.id });
  ids = { ...things, entity: "object", id: object.id, userId: admin.id, year: 2026 };
});
afterAll(() => api.close());

/** The names under which an action is asked for: of a workflow, or the state that it leads to. */
const NAMES = ["move", "to"] as const;
const actions = ENDPOINTS.flatMap((endpoint) => {
  const { body } = endpoint.examples;
  const name = NAMES.find((one) => body !== undefined && typeof body[one] === "string");
  return name === undefined || endpoint.method === "get" ? [] : [{ endpoint, name, body: body ?? {} }];
});

test("regression 28: an action that nobody knows is refused everywhere, and nothing is written", async () => {
  const paths = actions.map(({ endpoint }) => endpoint.path);
  expect(paths).toEqual(
    expect.arrayContaining(["/api/tasks/:taskId/transitions", "/api/extra-works/:extraId/decision"]),
  );
  expect(paths.length).toBeGreaterThan(5);
  for (const { endpoint, name, body } of actions)
    for (const action of ["explode", "", "accept;drop", "__proto__", "constructor", 7, null, ["accept"]]) {
      const path = addressOf(endpoint, ids);
      const send = () =>
        api.call(endpoint.method.toUpperCase(), path, { as: admin, body: { ...body, [name]: action } });
      const { status } = await refused(send);
      expect({ path: endpoint.path, action, status }).toEqual({ path: endpoint.path, action, status: 422 });
    }
});

test("regression 28: an address that nobody knows is not found, whatever its method", async () => {
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
    for (const path of [
      "/api/tasks/1/explode",
      "/api/extra-works/1/pay",
      `/api/objects/${object.id}/launch`,
    ]) {
      const { status } = await refused(() =>
        api.call(method, path, { as: admin, body: method === "GET" ? undefined : {} }),
      );
      expect({ method, path, status }).toEqual({ method, path, status: 404 });
    }
});
