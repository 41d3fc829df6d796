import { EXTRA_STATUSES, type ExtraMove, type ExtraStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { afterAll, beforeAll, vi } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { decideExtra } from "./decide-extra.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let here: TestObject;
let people: Walker<Who>[];
let workTypeId: number;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  people = await everyRole(world);
  const [work] = await world.db.read<{ id: number }>("select id from work_types where code = 'МОД'", []);
  workTypeId = work?.id ?? 0;
});
afterAll(() => world.close());

/** Who decides and from where, taken from the rules of the trade, independently of the code. */
const TRUTH: Readonly<Record<ExtraMove, TruthOfMove<ExtraStatus, Who, "none" | "author">>> = {
  accept: { from: ["reported"], to: "accepted", roles: ["project_manager"] },
  reject: { from: ["reported"], to: "rejected", roles: ["project_manager"] },
  reopen: { from: ["accepted", "rejected"], to: "reported", roles: ["project_manager"] },
};

const accepted = () => ({
  document: "письмо № 112",
  facadeId: here.facadeId("Юг"),
  floorId: here.floorId("1"),
  workTypeId,
});
const inputOf = (move: ExtraMove) => (move !== "accept" ? { reason: "это входит в договор" } : accepted());

describeWorkflow("an extra work", {
  truth: TRUTH,
  states: EXTRA_STATUSES,
  relations: ["none", "author"],
  world: () => world,
  people: () => people,
  blind: ["stranger", "viewer"],
  almighty: ["admin"],
  put: async (ctx, status, { relation, actor }) => {
    const other = people[0]?.actor.id ?? 0;
    const [row] = await ctx.db.orm
      .insert(schema.extraWorks)
      .values({
        objectId: here.id,
        title: "Заделка проёма",
        quantity: "1",
        unit: "шт",
        place: "Юг 1",
        orderedBy: "Заказчик",
        status,
        statusSince: ctx.now,
        stage: "verbal",
        stageSince: ctx.now,
        authorId: relation === "author" ? actor.id : other,
        createdAt: ctx.now,
        ...(status === "accepted" ? accepted() : {}),
      })
      .returning({ id: schema.extraWorks.id });
    return row?.id ?? 0;
  },
  press: (ctx, extraId, move) =>
    decideExtra.run(ctx, { extraId, move, version: 1, ...inputOf(move) } as never),
  table: schema.extraWorks,
});
