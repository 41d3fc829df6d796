import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { createDelegation } from "../delegations/index.ts";
import { getObjectDashboard } from "../objects/index.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { getFactForm } from "./get-fact-form.ts";
import { readDayCard } from "./read-day-card.ts";
import { readReturnedEntry } from "./read-returned-entry.ts";
import { undoDecision } from "./undo-decision.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("what a deputy enters and decides names whom they stood in for; what one does oneself names nobody", async () => {
  const object = await world.createTestObject({ team: ["construction_itr", "project_manager", "pto"] });
  const [foreman, manager] = [await world.as("construction_itr"), await world.as("project_manager")];
  const [entering, deciding] = [
    await world.createUser({ role: "supply", fullName: "Олег Старков" }),
    await world.createUser({ role: "supply", fullName: "Нина Рябова" }),
  ];
  const days = { fromDay: "2026-09-08", toDay: "2026-09-10" };
  await createDelegation.run(world.ctx(foreman), { deputyId: entering.id, ...days });
  await createDelegation.run(world.ctx(manager), { deputyId: deciding.id, ...days });
  const [deputy, decider] = [world.ctx(await world.again(entering)), world.ctx(await world.again(deciding))];
  const line = (floor: string) => ({
    objectId: object.id,
    floorVolumeId: object.cell("Юг", floor, "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  const behalf = { id: foreman.id, fullName: foreman.fullName };
  const { fact } = await enterFact.run(deputy, line("1"));
  expect(fact).toMatchObject({ author: { id: entering.id }, onBehalfOf: behalf });
  const fixed = await correctFact.run(deputy, { factId: fact.id, version: fact.version, quantity: "4" });
  expect(fixed.fact).toMatchObject({ author: { id: entering.id }, onBehalfOf: behalf });
  expect((await enterFact.run(world.ctx(foreman), line("2"))).fact.onBehalfOf).toBeNull();

  const shown = await readDayCard(world.db, { objectId: object.id, date: "2026-09-08", now: world.now });
  expect(shown.by).toEqual([
    { name: "Олег Старков", behalf: foreman.fullName },
    { name: foreman.fullName, behalf: null },
  ]);
  const lineNow = async () => {
    const { lines } = await getFactForm.run(deputy, { objectId: object.id, date: "2026-09-08" });
    return lines.find(({ floorVolumeId }) => floorVolumeId === fact.floorVolumeId);
  };
  expect((await lineNow())?.today).toMatchObject({ by: "Олег Старков", behalf: foreman.fullName });

  const form = await getFactForm.run(deputy, { objectId: object.id, date: "2026-09-08" });
  expect(form.standsFor).toEqual([foreman.fullName]);
  const lent = form.lines.find(({ floorVolumeId }) => floorVolumeId === line("2").floorVolumeId);
  expect(lent?.whose, "worked by the absent foreman").toBe("own");
  const own = await getFactForm.run(world.ctx(foreman), { objectId: object.id, date: "2026-09-08" });
  expect(own.standsFor).toEqual([]);

  const { id: factId, version } = fixed.fact;
  await decideFact.run(decider, { factId, version, to: "returned", reason: "нет фото узла" });
  expect(await readReturnedEntry(world.db, factId, "returned")).toMatchObject({
    by: "Нина Рябова",
    behalf: manager.fullName,
  });
  const { returned } = await getFactForm.run(deputy, { objectId: object.id });
  expect(returned).toMatchObject([{ by: "Нина Рябова", behalf: manager.fullName }]);
  await undoDecision.run(decider, { factId });
  expect(await readReturnedEntry(world.db, factId, "submitted")).toMatchObject({ by: null, behalf: null });
});

test("a foreman's deputy has the foreman's shift on the start screen, others have none", async () => {
  const foreman = await world.createUser({ role: "construction_itr" });
  const members = [{ actor: foreman, roles: ["construction_itr" as const] }];
  const object = await world.createTestObject({ team: ["project_manager"], members });
  const deputy = await world.createUser({ role: "supply" });
  const onSite = async (person: UserActor) =>
    (await getObjectDashboard.run(world.ctx(await world.again(person)), { objectId: object.id })).object
      .onSite;
  await createDelegation.run(world.ctx(await world.again(foreman)), {
    deputyId: deputy.id,
    fromDay: "2026-09-08",
    toDay: "2026-09-10",
  });
  expect(await Promise.all([foreman, deputy, await world.as("project_manager")].map(onSite))).toEqual([
    true,
    true,
    false,
  ]);
});
