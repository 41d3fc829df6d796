import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { setObjectTeam } from "../objects/index.ts";
import { listMyApprovals } from "../verbs.ts";
import { createCrew } from "../production/index.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { enterOpeningBalances } from "./enter-opening-balances.ts";
import { listFacts } from "./list-facts.ts";
import { reverseFact } from "./reverse-fact.ts";
import { type FactScene, openFactScene } from "./testing/fact-scene.ts";

let world: World;
let object: TestObject;
let scene: FactScene;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await openFactScene(world);
  object = scene.object;
});

const crew = async (code: string, lead?: UserActor) => {
  const { id } = await createCrew.run(world.ctx(await world.as("admin")), {
    code: `${code}-${object.id}`,
    name: "Бригада",
    lead: "Азиз Рахимов",
    size: 6,
    objectId: object.id,
    ...(lead === undefined ? {} : { leadUserId: lead.id }),
  });
  return id;
};

it("an installer corrects an entry of his own crew, and not to another's", async () => {
  const installer = await world.as("installer");
  const [own, foreign] = [await crew("А", installer), await crew("Б")];
  const ctx = world.ctx(installer);
  const { fact } = await enterFact.run(ctx, scene.entry({ crewId: own }) as never);
  const before = await world.traces();
  const input = { factId: fact.id, version: fact.version, quantity: "11" };
  const refused = await refusalOf(correctFact.run(ctx, { ...input, crewId: foreign }));
  expect(refused).toMatchObject({ code: "forbidden", details: { sentence: "own_crew_only" } });
  expect(await world.traces()).toEqual(before);
  expect((await correctFact.run(ctx, input)).fact).toMatchObject({ quantity: "11", crew: { id: own } });
});

it("an author who enters no more facts on the object takes an entry back, but corrects none", async () => {
  const foreman = await world.as("construction_itr");
  const { fact } = await scene.enter();
  const [{ version } = { version: 0 }] = await world.db.read<{ version: number }>(
    "select version from objects where id = $1",
    [object.id],
  );
  const rows = await world.db.read<{ id: number; role: string }>(
    "select user_id as id, role from object_roles where object_id = $1",
    [object.id],
  );
  const members = rows.map(({ id, role }) => ({ userId: id, roles: [id === foreman.id ? "supply" : role] }));
  await setObjectTeam.run(world.ctx(await world.as("admin")), {
    objectId: object.id,
    version,
    members: members as never,
  });
  const ctx = world.ctx(await world.again(foreman));
  const before = await world.traces();
  const input = { factId: fact.id, version: fact.version };
  const refused = await refusalOf(correctFact.run(ctx, { ...input, quantity: "30", workers: 40 }));
  expect(refused).toMatchObject({ code: "forbidden", details: { permission: "fact.enter" } });
  expect(await world.traces()).toEqual(before);
  const { floorVolume } = await reverseFact.run(ctx, { ...input, reason: "не тот этаж" });
  expect(floorVolume.factQty).toBe("0");
});

it("its author corrects a returned entry until two working days after its return", async () => {
  const { fact } = await scene.enter();
  const at = (now: string) => ({ now: new Date(now) });
  const input = { factId: fact.id, version: fact.version };
  const pto = world.ctx(await world.as("pto"), at("2026-09-10T07:00:00Z"));
  const returned = await decideFact.run(pto, { ...input, move: "return", reason: "нет фото узла" });
  const foreman = await world.as("construction_itr");
  const again = { factId: fact.id, version: returned.fact.version, quantity: "10" };
  const late = await refusalOf(correctFact.run(world.ctx(foreman, at("2026-09-14T07:00:00Z")), again));
  expect(late).toMatchObject({ code: "conflict", details: { sentence: "correction_time_over" } });
  const corrected = await correctFact.run(world.ctx(foreman, at("2026-09-12T12:00:00Z")), again);
  expect(corrected.fact).toMatchObject({ quantity: "10", status: "submitted" });
});

it("an opening balance is corrected to one, outside a day's work, and waits for nobody", async () => {
  const pto = world.ctx(await world.as("pto"));
  const manager = world.ctx(await world.as("project_manager"));
  const floorVolumeId = object.cell("Запад", "1", "МОД");
  const balance = { objectId: object.id, date: "2026-09-01", rows: [{ floorVolumeId, quantity: "10" }] };
  await enterOpeningBalances.run(pto, balance);
  const [opening] = (await listFacts.run(pto, { objectId: object.id })).items;
  const input = { factId: opening?.id ?? 0, version: 1, quantity: "8", workers: 4 };
  const unsaid = await refusalOf(correctFact.run(pto, input));
  expect(fieldsOf(unsaid)).toEqual(["reason: reason_of_correction"]);
  const { fact, floorVolume } = await correctFact.run(pto, { ...input, reason: "ошиблись в остатке" });
  expect(fact).toMatchObject({
    kind: "opening",
    status: "confirmed",
    workers: null,
    replacesId: opening?.id,
  });
  expect(floorVolume.factQty).toBe("8");
  expect(await world.db.read("select 1 from object_day_sums where object_id = $1", [object.id])).toEqual([]);
  const waiting = (await listMyApprovals.run(manager, {})).items;
  expect(waiting.filter((item) => item.objectId === object.id)).toEqual([]);
});

it("an opening balance that was taken back is entered anew", async () => {
  const pto = world.ctx(await world.as("pto"));
  const floorVolumeId = object.cell("Запад", "2", "МОД");
  const balance = (quantity: string) =>
    enterOpeningBalances.run(pto, {
      objectId: object.id,
      date: "2026-09-01",
      rows: [{ floorVolumeId, quantity }],
    });
  await balance("10");
  expect((await refusalOf(balance("7"))).details.sentence).toBe("cell_has_entries");
  const [{ id = 0 } = {}] = (await listFacts.run(pto, { objectId: object.id })).items;
  await reverseFact.run(pto, { factId: id, version: 1, reason: "ошиблись в остатке" });
  await balance("7");
  const [cell] = await world.db.read("select fact_qty::float as done from floor_volumes where id = $1", [
    floorVolumeId,
  ]);
  expect(cell).toEqual({ done: 7 });
});
