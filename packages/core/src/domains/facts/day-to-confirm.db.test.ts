import { confirmable } from "@stsphera/contracts/facts/off-plan";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { getShift } from "../shifts/index.ts";
import { listMyApprovals } from "../verbs.ts";
import { decideFact, enterFact, listFacts } from "./index.ts";

const DAY = "2026-09-08";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;
let installer: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ passport: { name: "День" } });
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
  installer = await world.as("installer");
  await world.db.sql`
    insert into crews (code, name, lead, lead_user_id, size, object_id)
    values ('БР-9', 'Модули', 'Юсупов', ${installer.id}, 6, ${here.id})`;
});
afterAll(() => world.close());

const enter = async (
  actor: UserActor,
  place: readonly [facade: string, floor: string, work: string],
  { quantity, plan }: { quantity: string; plan: string | null },
) => {
  const entry = { objectId: here.id, floorVolumeId: here.cell(...place), date: DAY, quantity };
  const { fact } = await enterFact.run(world.ctx(actor), { ...entry, confirmDuplicate: true });
  await world.db.sql`update daily_plan_fact set plan_qty = ${plan} where id = ${fact.id}`;
  return fact;
};

/** What the list says of the day. */
const saidTo = async (actor: UserActor) => {
  const { items } = await listMyApprovals.run(world.ctx(actor), { kind: "fact_days" });
  return items.find(({ due, objectId }) => due === DAY && objectId === here.id)?.day;
};
/** What the day's entries and its shift say. */
const countedBy = async (actor: UserActor) => {
  const ctx = world.ctx(actor);
  const { items } = await listFacts.run(ctx, { objectId: here.id, from: DAY, to: DAY, limit: 200 });
  const standing = items.filter(({ kind, reversedById }) => kind === "work" && reversedById === null);
  const { usual, off } = confirmable(standing);
  const { figures } = await getShift.run(ctx, { objectId: here.id, date: DAY });
  return { usual, offPlan: off, figures };
};

test("a day that waits says what one press confirms, as its entries and its shift do", async () => {
  const usual = await enter(foreman, ["Юг", "1", "МОД"], { quantity: "6", plan: "12" });
  await enter(foreman, ["Юг", "1", "МОД"], { quantity: "5", plan: null });
  await enter(foreman, ["Запад", "1", "МОД"], { quantity: "3", plan: "12" });
  await enter(foreman, ["Юг", "2", "МОД"], { quantity: "36", plan: null });
  await enter(installer, ["Запад", "2", "МОД"], { quantity: "4", plan: "0" });
  await enter(manager, ["Запад", "1", "КРН-Н"], { quantity: "2", plan: null });
  expect(await saidTo(manager)).toMatchObject({ usual: 3, offPlan: 1 });
  expect(await saidTo(manager)).toEqual(await countedBy(manager));
  expect(await saidTo(foreman)).toMatchObject({ usual: 1, offPlan: 0 });
  expect(await saidTo(foreman)).toEqual(await countedBy(foreman));
  await decideFact.run(world.ctx(manager), { factId: usual.id, to: "confirmed", version: usual.version });
  expect(await saidTo(manager)).toMatchObject({ usual: 2, offPlan: 1 });
  expect(await saidTo(manager)).toEqual(await countedBy(manager));
});

test("what others decide says nothing of it", async () => {
  const { items } = await listMyApprovals.run(world.ctx(foreman), { side: "others", kind: "fact_days" });
  expect(items.map(({ due, day }) => [due, day])).toEqual([[DAY, null]]);
});
