import { caseOf, prepareWorld, type PreparedWorld, TEST_LINKS } from "@stsphera/core/testing/verbs";
import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type AnyEndpoint, fieldNames, idsIn } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { type Elsewhere, elsewhere } from "../testing/matrix/matrix-world.ts";
import { eachOf, type Input, request, saying } from "../testing/matrix/request.ts";
import { rolledBack } from "../testing/matrix/rolled-back.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

vi.setConfig({ testTimeout: 60_000 });

const ABSENT = 1_999_999_999;
/** People, work types and messages belong to the company: with access to one, a user has access to all. */
const OF_THE_COMPANY = [
  "userId",
  "leadUserId",
  "projectManagerId",
  "workTypeId",
  "deputyId",
  "actorId",
  "userIds",
  "foremanId",
  "signerId",
  "responsibleId",
  "deliveryId",
];
const ASKERS: readonly Role[] = [
  "project_manager",
  "construction_itr",
  "installer",
  "pto",
  "supply",
  "viewer",
];

let prepared: PreparedWorld;
let foreign: Elsewhere;
let api: TestApi;
const tried = new Set<string>();

beforeAll(async () => {
  prepared = await prepareWorld();
  foreign = await elsewhere(prepared);
  const { world } = prepared;
  api = await openApi(() => ({ db: rolledBack(world.db).db, links: TEST_LINKS }), world);
});
afterAll(() => api.close());

type Put = (input: Input, id: number) => Input;
type Place = { name: string; put: Put };

const isId = (name: string) => /^id$|Ids?$/.test(name) && !OF_THE_COMPANY.includes(name);
const fieldsOf = ({ path, query, body }: AnyEndpoint) =>
  [...idsIn(path), ...fieldNames(query), ...fieldNames(body)].filter(isId);

/** What a field named just `id` refers to: an object in the history, a task in rows of lists. */
const whatIdIs = ({ path }: AnyEndpoint) => (path === "/api/audit" ? "objectId" : "taskId");

/** Every place of an input where an id of something on an object may occur. */
function placesOf(endpoint: AnyEndpoint, input: Input): Place[] {
  const top = fieldsOf(endpoint).map((name): Place => {
    const put: Put = (sent, id) => ({ ...sent, [name]: name.endsWith("Ids") ? [id] : id });
    return { name, put };
  });
  const nested = Object.entries(input).flatMap(([list, rows]) => {
    const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
    if (first === null || typeof first !== "object") return [];
    return Object.keys(first)
      .filter(isId)
      .map((name): Place => {
        const put: Put = (sent, id) => ({ ...sent, [list]: [{ ...first, [name]: id }] });
        return { name, put };
      });
  });
  return [...top, ...nested];
}

const title = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`;
const naming = ENDPOINTS.filter(
  (endpoint) => endpoint.examples.body !== undefined || fieldsOf(endpoint).length > 0,
);

describe("regression 6: an id of another object and a non-existent id get the same answer", () => {
  test.each(naming.map((endpoint) => [title(endpoint), endpoint] as const))(
    "%s",
    async (_title, endpoint) => {
      const { world } = prepared;
      await eachOf(ASKERS, async (role) => {
        const actor = await world.as(role);
        const input = (await caseOf(endpoint.verb.name).input({
          prepared,
          actor,
          ctx: world.ctx(actor),
        })) as Input;
        for (const { name, put } of placesOf(endpoint, input)) {
          const id = foreign.ids[name === "id" ? whatIdIs(endpoint) : name];
          if (id === undefined) throw new Error(`nothing elsewhere for ${name}`);
          const [there, nowhere] = [
            saying(await request(api, endpoint, put(input, id), { as: actor })),
            saying(await request(api, endpoint, put(input, ABSENT), { as: actor })),
          ];
          tried.add(`${title(endpoint)} ${name}`);
          expect(`${role} ${name} ${there}`).toBe(`${role} ${name} ${nowhere}`);
        }
      });
    },
  );
});

test("ids of every kind were tried in every place", () => {
  expect([...tried]).toEqual(
    expect.arrayContaining([
      "POST /api/objects/:objectId/facts floorVolumeId",
      "POST /api/objects/:objectId/facts crewId",
      "POST /api/objects/:objectId/facts photoIds",
      "POST /api/objects/:objectId/opening-balances floorVolumeId",
      "PUT /api/objects/:objectId/floor-volumes facadeId",
      "PUT /api/objects/:objectId/floor-volumes floorId",
      "POST /api/facts/:factId/photos fileIds",
      "POST /api/objects/:objectId/journal fileIds",
      "GET /api/crews objectId",
      "POST /api/files objectId",
      "GET /api/objects/:objectId/facts floorVolumeId",
      "POST /api/objects/:objectId/tasks assigneeId",
      "POST /api/objects/:objectId/tasks fileIds",
      "POST /api/objects/:objectId/tasks/assign id",
      "POST /api/tasks/:taskId/comments taskId",
      "PUT /api/task-checklist-items/:itemId itemId",
      "POST /api/reschedule-requests/:requestId/decision requestId",
      "POST /api/objects/:objectId/delegations principalId",
      "DELETE /api/me/delegations/:delegationId delegationId",
      "POST /api/objects/:objectId/invitations crewId",
      "DELETE /api/invitations/:invitationId invitationId",
      "POST /api/object-drafts/:draftId/complete draftId",
      "DELETE /api/floors/:floorId floorId",
      "GET /api/users/available objectId",
      "GET /api/audit id",
    ]),
  );
  expect(tried.size).toBeGreaterThan(40);
});
