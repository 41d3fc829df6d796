import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { getDashboard } from "../dashboard/index.ts";
import { enterFact } from "../facts/index.ts";
import { createCrew, setFloorVolumes } from "../production/index.ts";
import {
  closeOverdueShift,
  closeShift,
  findOverdueShifts,
  getShift,
  recordDowntime,
  withdrawShiftRecord,
} from "../shifts/index.ts";
import { createZone } from "../zones/index.ts";
import { getObjectDashboard } from "./get-object-dashboard.ts";

const DAY = "2026-09-08";
let world: World;
let here: TestObject;
let foreman: UserActor;
let other: UserActor;
let crewId: number;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
  other = await world.createUser({ fullName: "Антон Жилин" });
  here = await world.createTestObject({ members: [{ actor: other, roles: ["construction_itr"] }] });
  const admin = world.ctx(await world.as("admin"));
  for (const [facade, { id: foremanId }] of [
    ["Юг", foreman],
    ["Запад", other],
  ] as const)
    await createZone.run(admin, {
      objectId: here.id,
      name: facade,
      facadeId: here.facadeId(facade),
      fromFloorId: here.floorId("1"),
      toFloorId: here.floorId("2"),
      foremanId,
    });
  const crew = { code: "БР-9", name: "Модули", lead: "Виталий Громов", size: 8, objectId: here.id };
  ({ id: crewId } = await createCrew.run(admin, crew));
});
afterAll(() => world.close());

const at = async (actor: UserActor, moment = `${DAY}T14:00:00.000Z`) =>
  world.ctx(await world.again(actor), { now: new Date(moment) });
const NEXT_MORNING = "2026-09-09T05:00:00.000Z";
const since = async (actor: UserActor, moment = NEXT_MORNING) =>
  (await getObjectDashboard.run(await at(actor, moment), { objectId: here.id })).sinceYesterday;

test("«со вчера» shows what is closed, by whom or by itself, lines without a fact, idle hours and changes of the plan", async () => {
  const manager = await world.as("project_manager");
  const idle = async (hours: string, code: "weather_wind" | "weather_rain" | "no_material") =>
    recordDowntime.run(await at(foreman), {
      objectId: here.id,
      date: DAY,
      crews: [{ crewId, hours }],
      reason: { code },
    });
  await idle("2", "weather_wind");
  await idle("3", "no_material");
  const wrong = await idle("1", "weather_rain");
  await withdrawShiftRecord.run(await at(foreman), { recordId: wrong.id, version: wrong.version });
  const floorVolumeId = here.cell("Юг", "1", "МОД");
  await enterFact.run(await at(foreman), { objectId: here.id, floorVolumeId, date: DAY, quantity: "3" });
  const rest = { code: "not_worked" as const };
  const closing = await closeShift.run(await at(foreman), { objectId: here.id, date: DAY, rest });
  expect(await since(manager)).toMatchObject({
    day: DAY,
    shifts: {
      total: 2,
      closed: 1,
      byItself: 0,
      silent: closing.silent,
      idle: [
        { party: "own_supply", hours: "24" },
        { party: "force_majeure", hours: "16" },
      ],
    },
  });
  const figuresFor = async (actor: UserActor) =>
    (await getShift.run(await at(actor, NEXT_MORNING), { objectId: here.id, date: DAY })).figures;
  expect(await figuresFor(manager)).toEqual((await since(manager))?.shifts);
  expect(await figuresFor(await world.as("installer"))).toBeUndefined();
  const planned = (await since(manager))?.planChanges ?? 0;
  const noon = new Date("2026-09-09T09:05:00.000Z");
  const job = world.ctx(world.job("schedule", "settings.manage"), { now: noon });
  for (const due of await findOverdueShifts(world.db, noon)) await closeOverdueShift.run(job, due);
  const cell = { facadeId: here.facadeId("Юг"), floorId: here.floorId("1") };
  const [work] = await world.db.read<{ id: number; version: number }>(
    "select work_type_id as id, version from floor_volumes where id = $1",
    [floorVolumeId],
  );
  const volumes = [{ ...cell, workTypeId: work?.id ?? 0, planQty: "77", version: work?.version ?? 0 }];
  await setFloorVolumes.run(await at(manager), { objectId: here.id, volumes, reason: "перемер" });
  expect(await since(manager)).toMatchObject({
    shifts: { closed: 2, byItself: 1 },
    planChanges: planned + 1,
  });
  const listed = async (actor: UserActor) =>
    (await getDashboard.run(await at(actor, NEXT_MORNING), {})).objects.find(({ id }) => id === here.id);
  expect((await listed(await world.as("director")))?.idleHours).toBe("40");
  const viewer = await world.as("viewer");
  expect((await since(viewer))?.shifts).toBeUndefined();
  expect((await since(viewer))?.planChanges).toBeUndefined();
  const installer = await world.as("installer");
  expect((await since(installer))?.shifts).toBeUndefined();
  expect((await listed(installer))?.idleHours).toBeUndefined();
});
