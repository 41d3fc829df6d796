import { DEFECT_STATUSES, type DefectMove, type DefectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, vi } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { changeDefectStatus } from "./change-defect-status.ts";
import { insertDefect } from "./testing/insert-defect.ts";

vi.setConfig({ testTimeout: 60_000 });

const RELATIONS = ["none", "reporter", "responsible"] as const;
type Truth = TruthOfMove<DefectStatus, Who, (typeof RELATIONS)[number]>;

const ASSIGNERS: readonly Who[] = ["project_manager", "construction_itr"];
const FIXER = { roles: [], relations: ["responsible"] } as const;
const JUDGES = {
  roles: ["project_manager", "pto"],
  relations: ["reporter"],
  never: ["responsible"],
} as const;
const SETTLER = { from: ["disputed"], roles: ["project_manager"] } as const;

/** Every move and who may make it, taken from states.md and roles.md, independently of the code. */
const TRUTH: Readonly<Record<DefectMove, Truth>> = {
  assign: { from: ["open"], to: "assigned", roles: ASSIGNERS },
  reassign: { from: ["assigned", "in_work", "reopened"], to: "assigned", roles: ASSIGNERS },
  start: { from: ["assigned", "reopened"], to: "in_work", ...FIXER },
  fix: { from: ["in_work"], to: "fixed", ...FIXER },
  dispute: { from: ["assigned", "in_work"], to: "disputed", ...FIXER },
  uphold: { to: "assigned", ...SETTLER },
  drop: { to: "cancelled", ...SETTLER, never: ["responsible"] },
  verify: { from: ["fixed"], to: "verified", ...JUDGES },
  reopen: { from: ["fixed", "verified"], to: "reopened", ...JUDGES },
  cancel: { from: ["open", "assigned", "in_work", "fixed", "reopened"], to: "cancelled", ...JUDGES },
};

let world: World;
let here: TestObject;
let people: Walker<Who>[];
let fixer: UserActor;
/** Who reports and fixes where the actor does not. */
let somebody: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  fixer = await world.as("installer");
  somebody = await world.createUser({ role: "installer", fullName: "Пётр Сорокин" });
  here = await world.createTestObject({ members: [{ actor: somebody, roles: ["installer"] }] });
  people = await everyRole(world);
});
afterAll(() => world.close());

const reason = "так решили на обходе";
const ASKED: Partial<Record<DefectMove, (ctx: Context, actor: UserActor) => Promise<object> | object>> = {
  assign: () => ({ responsibleId: fixer.id }),
  reassign: () => ({ responsibleId: fixer.id, reason }),
  fix: async (ctx, actor) => ({ fileIds: [await photoOf(ctx, actor, here.id)] }),
  dispute: () => ({ reason }),
  uphold: () => ({ reason }),
  drop: () => ({ reason }),
  reopen: () => ({ reason }),
  cancel: () => ({ reason }),
};

describeWorkflow("a defect", {
  truth: TRUTH,
  states: DEFECT_STATUSES,
  relations: RELATIONS,
  world: () => world,
  people: () => people,
  blind: ["stranger"],
  almighty: ["admin"],
  counts: (role) => role === "admin" || (role !== "viewer" && MEMBER_ROLES.some((one) => one === role)),
  put: (ctx, status, { relation, actor }) => {
    const other = somebody.id;
    return insertDefect(ctx, here, {
      status,
      reporterId: relation === "reporter" ? actor.id : other,
      responsibleId: relation === "responsible" ? actor.id : status === "open" ? null : other,
    });
  },
  press: async (ctx, defectId, move) =>
    changeDefectStatus.run(ctx, {
      defectId,
      move,
      version: 1,
      ...(await ASKED[move]?.(ctx, ctx.actor as UserActor)),
    } as never),
  table: schema.defects,
});
