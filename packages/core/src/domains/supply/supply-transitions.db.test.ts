import {
  DISCREPANCY_STATUSES,
  type DiscrepancyMove,
  type DiscrepancyStatus,
  SUPPLY_STATUSES,
  type SupplyMove,
  type SupplyStatus,
} from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
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
import { changeSupplyStatus } from "./change-supply-status.ts";
import { settleDiscrepancy } from "./settle-discrepancy.ts";
import { insertDiscrepancy, insertOrder } from "./testing/insert-order.ts";

vi.setConfig({ testTimeout: 60_000 });

const RELATIONS = ["none", "requester"] as const;
type Truth = TruthOfMove<SupplyStatus, Who, (typeof RELATIONS)[number]>;

const REQUESTERS: readonly Who[] = [
  "project_manager",
  "design_head",
  "designer_opr",
  "designer_km",
  "designer_kmd",
  "construction_itr",
  "production",
  "supply",
];
const MANAGER: readonly Who[] = ["project_manager", "director"];

/** Every move and who may make it, taken from states.md and roles.md, independently of the code. */
const WITHIN_LIMIT: Readonly<Record<SupplyMove, Truth>> = {
  submit: { from: ["draft"], to: "requested", roles: REQUESTERS, only: "requester" },
  approve: { from: ["requested"], to: "approved", roles: MANAGER },
  reject: { from: ["requested"], to: "rejected", roles: MANAGER },
  revise: { from: ["rejected"], to: "draft", roles: REQUESTERS, only: "requester" },
  order: { from: ["approved"], to: "ordered", roles: ["supply"] },
  ship: {
    from: ["ordered", "shipped", "partially_received"],
    to: "shipped",
    roles: ["supply", "production"],
  },
  receive: {
    from: ["shipped", "partially_received"],
    to: "partially_received",
    roles: ["construction_itr", "production", "supply"],
  },
  cancel: {
    from: ["draft", "requested", "approved", "ordered", "shipped", "partially_received"],
    to: "cancelled",
    roles: ["supply", "project_manager"],
    relations: ["requester"],
  },
};
/** Above the limit the director alone decides, and never on an order of their own. */
const ABOVE_LIMIT = {
  approve: { ...WITHIN_LIMIT.approve, roles: ["director"], never: ["requester"] },
  reject: { ...WITHIN_LIMIT.reject, roles: ["director"], never: ["requester"] },
} satisfies Partial<Record<SupplyMove, Truth>>;

let world: World;
let here: TestObject;
let people: Walker<Who>[];
let somebody: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  somebody = await world.createUser({ role: "construction_itr", fullName: "Пётр Сорокин" });
  people = await everyRole(world);
});
afterAll(() => world.close());

const reason = "так решили на планёрке";
const ASKED: Partial<Record<SupplyMove, (ctx: Context, actor: UserActor) => Promise<object> | object>> = {
  reject: () => ({ reason }),
  order: () => ({ supplier: "ООО «Снаб»", promisedOn: "2026-12-01", amount: "1000" }),
  ship: () => ({ quantity: "1" }),
  receive: async (ctx, actor) => ({ quantity: "1", fileIds: [await photoOf(ctx, actor, here.id)] }),
  cancel: () => ({ reason }),
};
const BEFORE_APPROVAL: readonly SupplyStatus[] = ["draft", "requested", "rejected"];

const walk = {
  states: SUPPLY_STATUSES,
  relations: RELATIONS,
  world: () => world,
  people: () => people,
  blind: ["stranger", "installer", "viewer"] as const,
  almighty: ["admin"] as const,
  counts: (role: Who, _relation: string, state: SupplyStatus) =>
    BEFORE_APPROVAL.includes(state) && role !== "director" && role !== "curator",
  press: async (ctx: Context, orderId: number, move: SupplyMove) =>
    changeSupplyStatus.run(ctx, {
      orderId,
      move,
      version: 1,
      ...(await ASKED[move]?.(ctx, ctx.actor as UserActor)),
    } as never),
  table: schema.supplyOrders,
};
const put =
  (amount: string | null) =>
  (ctx: Context, status: SupplyStatus, { relation, actor }: { relation: string; actor: UserActor }) =>
    insertOrder(ctx, here.id, {
      status,
      amount,
      requesterId: relation === "requester" ? actor.id : somebody.id,
    });

describeWorkflow("an order", { ...walk, truth: WITHIN_LIMIT, put: put("500000") });
describeWorkflow("an order above the limit", {
  ...walk,
  truth: ABOVE_LIMIT,
  put: put("500000.01"),
  press: (ctx, id, move: keyof typeof ABOVE_LIMIT) => walk.press(ctx, id, move),
});

const OPEN = { from: ["open"] as const };
const DISCREPANCIES: Readonly<Record<DiscrepancyMove, TruthOfMove<DiscrepancyStatus, Who, "none">>> = {
  agree: { ...OPEN, to: "agreed", roles: ["supply"] },
  writeoff: { ...OPEN, to: "written_off", roles: MANAGER },
  claim: { ...OPEN, to: "claimed", roles: ["supply"] },
  came: { ...OPEN, to: "delivered", roles: ["construction_itr", "production", "supply"] },
  close: { from: ["claimed"], to: "closed", roles: ["supply"] },
};

describeWorkflow("a discrepancy", {
  truth: DISCREPANCIES,
  states: DISCREPANCY_STATUSES,
  relations: ["none"],
  world: () => world,
  people: () => people,
  blind: ["stranger", "installer", "viewer"],
  almighty: ["admin"],
  put: async (ctx, status) => {
    const order = { status: "partially_received", requesterId: somebody.id } as const;
    const orderId = await insertOrder(ctx, here.id, order);
    return insertDiscrepancy(ctx, here.id, { orderId, byId: somebody.id, status: status as "open" });
  },
  press: (ctx, discrepancyId, move) =>
    settleDiscrepancy.run(ctx, {
      discrepancyId,
      move,
      version: 1,
      ...(move === "came" ? {} : { reason }),
    } as never),
  table: schema.supplyDiscrepancies,
});
