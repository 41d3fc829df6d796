import { FACT_STATUSES, type FactMove, type FactStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { decideFact } from "./decide-fact.ts";

const { dailyPlanFact, floorVolumes } = schema;
type Relation = "none" | "author";

let world: World;
let object: TestObject;
let people: Walker<Who>[];
let authors: Readonly<Record<"engineer" | "installer", UserActor>>;
beforeAll(async () => {
  world = await createTestWorld();
  const engineer = await world.createUser({ role: "pto", fullName: "Лада Ким" });
  const installer = await world.createUser({ role: "installer", fullName: "Азиз Рахимов" });
  const members = [engineer, installer].map((actor) => ({ actor, roles: [actor.role ?? "pto"] as const }));
  object = await world.createTestObject({ members });
  authors = { engineer, installer };
  // For an observer there are the confirmed entries alone.
  people = (await everyRole(world)).filter(({ role }) => role !== "viewer");
});
afterAll(() => world.close());

/** An entry straight in the ledger. */
async function put(ctx: Context, status: FactStatus, author: UserActor): Promise<number> {
  const [cell] = await ctx.db.orm
    .select()
    .from(floorVolumes)
    .where(eq(floorVolumes.id, object.cell("Юг", "1", "МОД")));
  if (cell === undefined) throw new Error("the cell is gone");
  const { id: floorVolumeId, objectId, facadeId, workTypeId } = cell;
  const place = { floorVolumeId, objectId, facadeId, workTypeId, date: "2026-09-08", shift: "day" as const };
  const [entry] = await ctx.db.orm
    .insert(dailyPlanFact)
    .values({ ...place, kind: "work", status, quantity: "1", authorId: author.id, createdAt: ctx.now })
    .returning({ id: dailyPlanFact.id });
  return entry?.id ?? 0;
}

const JUDGES = {
  engineer: ["project_manager", "pto"],
  installer: ["project_manager", "pto", "construction_itr"],
} as const;

/** A foreman judges only entries of installers; nobody judges their own, not even an admin. */
for (const kind of ["engineer", "installer"] as const) {
  const judged = { from: ["submitted"], roles: JUDGES[kind], never: ["author"] } as const;
  const truth: Readonly<Record<FactMove, TruthOfMove<FactStatus, Who, Relation>>> = {
    confirm: { ...judged, to: "confirmed" },
    return: { ...judged, to: "returned" },
  };
  const reason = "нет фото узла";
  describeWorkflow(`an entry of an ${kind}`, {
    truth,
    states: FACT_STATUSES,
    relations: ["none", "author"],
    world: () => world,
    people: () => people,
    blind: ["stranger"],
    almighty: ["admin"],
    put: (ctx, status, { relation, actor }) =>
      put(ctx, status, relation === "author" ? actor : authors[kind]),
    press: (ctx, factId, move) =>
      decideFact.run(ctx, { factId, move, version: 1, ...(move === "return" ? { reason } : {}) } as never),
    pressTo: {
      states: ["confirmed", "returned"],
      press: (ctx, factId, to) => decideFact.run(ctx, { factId, to, version: 1, reason } as never),
    },
    table: dailyPlanFact,
    leaves: 2,
  });
}
