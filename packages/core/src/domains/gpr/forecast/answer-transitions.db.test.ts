import {
  GPR_ANSWER_STATUSES,
  type GprAnswerMove,
  type GprAnswerStatus,
} from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES } from "@stsphera/rbac";
import { afterAll, beforeAll, vi } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../../testing/index.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../../testing/workflow/index.ts";
import { putAnswer, putGpr } from "../testing/gpr-scene.ts";
import { answerGprShift } from "./answer-gpr-shift.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let here: TestObject;
let people: Walker<Who>[];
let gprId: number;
let ownerId: number;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  people = await everyRole(world);
  ownerId = (await world.createUser({ role: "installer" })).id;
  const ctx = world.ctx(await world.as("project_manager"));
  ({ id: gprId } = await putGpr(ctx, { objectId: here.id, createdBy: ownerId, status: "active" }));
});
afterAll(() => world.close());

type Relation = "none" | "responsible";

const BY_OWNER = { from: ["open"], roles: [], relations: ["responsible"], only: "responsible" } as const;
/** The owner of rows alone answers, once; what a new version overtook is answered by nobody. */
const TRUTH: Readonly<Record<GprAnswerMove, TruthOfMove<GprAnswerStatus, Who, Relation>>> = {
  agree: { ...BY_OWNER, to: "agreed" },
  object: { ...BY_OWNER, to: "objected" },
};

describeWorkflow("the answer to a shift of the forecast", {
  truth: TRUTH,
  states: GPR_ANSWER_STATUSES,
  relations: ["none", "responsible"],
  world: () => world,
  people: () => people,
  blind: ["stranger", "viewer"],
  almighty: ["admin"],
  counts: (role) => MEMBER_ROLES.some((one) => one === role && one !== "viewer"),
  put: (ctx, status, { relation, actor }) =>
    putAnswer(ctx, {
      gprId,
      objectId: here.id,
      ownerId: relation === "responsible" ? actor.id : ownerId,
      status,
    }),
  press: (ctx, answerId, move) =>
    move === "agree"
      ? answerGprShift.run(ctx, { answerId, move, version: 1 })
      : answerGprShift.run(ctx, { answerId, move, version: 1, reason: "Леса заняты" }),
  table: schema.gprAnswers,
});
