import { GPR_STATUSES, type GprMove, type GprStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import { SIGNER_ROLES } from "@stsphera/schedule/versions";
import { afterAll, beforeAll, vi } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { changeGprStatus, remarkGpr, signGpr } from "./index.ts";
import { putGpr, SCENE_HASH } from "./testing/gpr-scene.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let here: TestObject;
let people: Walker<Who>[];
let signers: { role: Role; signerId: number }[];
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  people = await everyRole(world);
  const ids = SIGNER_ROLES.map(async (role) => ({ role, signerId: (await world.as(role)).id }));
  signers = await Promise.all(ids);
});
afterAll(() => world.close());

type Relation = "none" | "signer";

/** Who moves a version and from where, taken from the rules of the trade, independently of the code. */
const TRUTH: Readonly<Record<GprMove, TruthOfMove<GprStatus, Who, Relation>>> = {
  send: { from: ["draft"], to: "pending_signatures", roles: ["project_manager"] },
  recall: { from: ["pending_signatures"], to: "draft", roles: ["project_manager"] },
  sign: {
    from: ["pending_signatures"],
    to: "pending_signatures",
    roles: [],
    relations: ["signer"],
    only: "signer",
  },
  remark: { from: ["pending_signatures"], to: "draft", roles: [], relations: ["signer"], only: "signer" },
};

/** The signers; the actor, in this relation, is one of them in place of who has the role, else is none of them. */
function signersWith(relation: Relation, actor: UserActor): { role: Role; signerId: number }[] {
  const [role = "supply"] = actor.objectRoles[here.id] ?? [];
  const others = signers.filter((one) => one.signerId !== actor.id && one.role !== role);
  return relation === "none" ? others : [...others.slice(0, 4), { role, signerId: actor.id }];
}

const press = (ctx: Context, gprId: number, move: GprMove): Promise<unknown> => {
  if (move === "sign") return signGpr.run(ctx, { gprId, hash: SCENE_HASH });
  if (move === "remark") return remarkGpr.run(ctx, { gprId, text: "Сроки не те" });
  return changeGprStatus.run(ctx, { gprId, move, version: 1 });
};

describeWorkflow("a version of the schedule", {
  truth: TRUTH,
  states: GPR_STATUSES,
  relations: ["none", "signer"],
  world: () => world,
  people: () => people,
  blind: ["stranger", "viewer"],
  almighty: ["admin"],
  counts: (role) => SIGNER_ROLES.some((one) => one === role),
  put: async (ctx, status, { relation, actor }) => {
    const manager = people.find(({ role }) => role === "project_manager")?.actor.id ?? 0;
    const named = status === "draft" ? [] : signersWith(relation, actor);
    const scene = { objectId: here.id, createdBy: manager, status, signers: named };
    return (await putGpr(ctx, scene)).id;
  },
  press,
  table: schema.gprVersions,
});
