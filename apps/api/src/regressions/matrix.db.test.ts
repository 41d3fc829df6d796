import { caseOf, expectedOf, type Standing, STANDS } from "@stsphera/core/testing/verbs";
import { ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type AnyEndpoint, idsIn } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { verdict } from "../testing/errors.ts";
import { type MatrixWorld, createMatrixWorld } from "../testing/matrix/matrix-world.ts";
import { eachOf, type Input, request, saying } from "../testing/matrix/request.ts";
import { FULL_MATRIX } from "../testing/env.ts";
import { sampleAt } from "../testing/matrix/sample.ts";

vi.setConfig({ testTimeout: 60_000 });

const ABSENT = 1_999_999_999;
/** Inputs with an owner: the owner's rights may differ from those of others. */
const PERSONAL = ["factId", "fileId", "userId", "notificationId"];
/** What nobody may do to their own things. */
const NEVER_OWN = ["fact.change_status", "user.change_status", "user.change_role"];

const SAID = {
  ok: "200",
  unauthenticated: "401 unauthenticated",
  forbidden: "403 forbidden",
  not_found: "404 not_found",
} as const;
type Outcome = keyof typeof SAID;
type Relation = "others'" | "own";
type Asked = Standing & { relation: Relation };

let matrix: MatrixWorld;
const askedBy = new Set<string>();
beforeAll(async () => {
  matrix = await createMatrixWorld();
}, 60_000);
afterAll(() => matrix.close());

const isPersonal = ({ path }: AnyEndpoint) => idsIn(path).some((name) => PERSONAL.includes(name));
const title = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`;
const table = ENDPOINTS.map((endpoint, place) => [title(endpoint), endpoint, place] as const);

function expectedFor({ verb }: AnyEndpoint, { actor, stand, relation }: Asked): Outcome {
  if (stand === "deactivated") return "unauthenticated";
  if (stand === "pending") return verb.name === "me.get" ? "ok" : "forbidden";
  const things = relation === "own" ? matrix.own(actor) : matrix.others;
  const outcome = expectedOf(caseOf(verb.name), things, actor);
  if (outcome !== "ok") return outcome;
  if (relation === "own") return NEVER_OWN.includes(verb.name) ? "forbidden" : "ok";
  return verb.name === "notification.mark_read" ? "not_found" : "ok";
}

async function inputFor({ verb, path }: AnyEndpoint, actor: UserActor, relation: Relation): Promise<Input> {
  const prepared = relation === "own" ? matrix.own(actor) : matrix.others;
  const { world } = prepared;
  const input = (await caseOf(verb.name).input({ prepared, actor, ctx: world.ctx(actor) })) as Input;
  const foreign = relation === "others'" && idsIn(path).includes("notificationId");
  return foreign ? { ...input, notificationId: matrix.foreignNotificationId } : input;
}

const line = ({ role, stand, relation }: Asked, said: string) => `${stand} ${role}, ${relation}: ${said}`;

const who = FULL_MATRIX ? "17 roles" : "a role of each stand and outcome, in turn";

describe(`every route × ${who} × relation answers according to the rights`, () => {
  test.each(table)("%s", async (_title, endpoint, place) => {
    const relations: Relation[] = isPersonal(endpoint) ? ["others'", "own"] : ["others'"];
    const everybody = matrix.people.flatMap((one) =>
      relations.map((relation) => {
        const asked: Asked = { ...one, relation };
        return { ...asked, outcome: expectedFor(endpoint, asked) };
      }),
    );
    const kindOf = ({ stand, relation, outcome }: (typeof everybody)[number]) =>
      `${stand} ${relation} ${outcome}`;
    const sample = sampleAt(place, everybody, { kindOf });
    expect(new Set(sample.map(({ stand }) => stand)), "stands").toEqual(new Set(STANDS));
    matrix.takeDone();
    const ask = async (one: (typeof sample)[number]) => {
      askedBy.add(`${one.stand} ${one.role}`);
      const input = await inputFor(endpoint, one.actor, one.relation);
      return line(one, verdict(await request(matrix.api, endpoint, input, { as: one.actor })));
    };
    const seen = await eachOf(sample, ask, caseOf(endpoint.verb.name).alone === true ? 1 : 3);
    const allowed = String(endpoint.status ?? 200);
    expect(seen).toEqual(sample.map((one) => line(one, one.outcome === "ok" ? allowed : SAID[one.outcome])));
    const allowedOnes = sample.filter(({ outcome }) => outcome === "ok").length;
    expect(matrix.takeDone(), "commands that were done").toBe(
      endpoint.verb.kind === "command" ? allowedOnes : 0,
    );
  });

  test(`together they covered all 17 roles in each of the ${STANDS.length} relations`, () => {
    expect(matrix.people).toHaveLength(ROLE_CODES.length * STANDS.length);
    expect(askedBy).toEqual(new Set(matrix.people.map(({ stand, role }) => `${stand} ${role}`)));
  });
});

test("without a token nobody is signed in, whatever role the request claims; another role for each route", async () => {
  const claims = ENDPOINTS.flatMap((endpoint, place) =>
    sampleAt(
      place,
      ROLE_CODES.map((role) => ({ endpoint, role })),
      { kindOf: () => "claim" },
    ),
  );
  const seen = await eachOf(claims, async ({ endpoint, role }) => {
    const input = await inputFor(endpoint, matrix.others.foreman, "others'");
    const answer = await request(matrix.api, endpoint, input, { headers: { "x-view-as": role } });
    return `${title(endpoint)} ${verdict(answer)}`;
  });
  expect(new Set(claims.map(({ role }) => role))).toEqual(new Set(ROLE_CODES));
  expect(seen).toEqual(claims.map(({ endpoint }) => `${title(endpoint)} ${SAID.unauthenticated}`));
});

describe("regression 6: hidden and non-existent things get identical answers", () => {
  const withIds = table.filter(([, { verb }]) => caseOf(verb.name).onObject === true);
  const blindWho = FULL_MATRIX ? "every role that is blind to it" : "three blind roles, others at each route";
  test.each(withIds)(`%s, requested by ${blindWho}`, async (_title, endpoint, place) => {
    const blind = matrix.people.filter(({ stand }) => stand === "member" || stand === "stranger");
    const hidden = blind
      .map((one): Asked => ({ ...one, relation: "others'" }))
      .filter((one) => expectedFor(endpoint, one) === "not_found");
    expect(hidden.length).toBeGreaterThanOrEqual(14);
    const sample = sampleAt(place, hidden, { kindOf: () => "blind", perKind: 3 });
    const seen = await eachOf(sample, async (one) => {
      const input = await inputFor(endpoint, one.actor, one.relation);
      const named = idsIn(endpoint.path);
      const names = named.length > 0 ? named : "objectId" in input ? ["objectId"] : ["id"];
      const absent = { ...input, ...Object.fromEntries(names.map((name) => [name, ABSENT])) };
      const as = { as: one.actor };
      const [there, nowhere] = [
        saying(await request(matrix.api, endpoint, input, as)),
        saying(await request(matrix.api, endpoint, absent, as)),
      ];
      return { who: line(one, ""), there, nowhere };
    });
    for (const { who, there, nowhere } of seen) expect(`${who}${there}`).toBe(`${who}${nowhere}`);
  });
});
