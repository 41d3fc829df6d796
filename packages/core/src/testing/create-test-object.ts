import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import {
  addFacades,
  addFloors,
  changeObjectStatus,
  createObject,
  setObjectTeam,
} from "../domains/objects/index.ts";
import { setFloorVolumes } from "../domains/production/index.ts";
import type { TestObject, ObjectOptions, PlannedVolume } from "./object-options.ts";
import type { World } from "./world.ts";

const PASSPORT = {
  name: "СПК Блок Б",
  city: "Москва",
  address: "проезд Стеклодувов, вл. 6",
  customer: "ООО «СЗ «Стеклодувы»",
  contractDate: "2026-03-20",
  startDate: "2026-04-15",
  deadline: "2026-10-17",
  facadeTypes: ["spk_modular"] as ("nvf" | "spk" | "spk_modular")[],
  budget: "302400000",
  workWeek: [1, 2, 3, 4, 5, 6],
  followTransfers: false,
};

const usualVolumes = (facades: readonly string[], floors: readonly string[]): PlannedVolume[] =>
  facades.flatMap((facade) =>
    floors.flatMap((floor) => [
      { facade, floor, work: "МОД", planQty: "36", planStart: "2026-09-01", planFinish: "2026-09-30" },
      { facade, floor, work: "КРН-Н", planQty: "37", planStart: "2026-08-03", planFinish: "2026-08-29" },
    ]),
  );

/**
 * Makes an object through the verbs, as users do: created, with a team, facades and floors, a plan, and moved to
 * active.
 */
export async function makeTestObject(world: World, options: ObjectOptions = {}): Promise<TestObject> {
  const { facades = ["Юг", "Запад"], floors = ["1", "2"], team = MEMBER_ROLES, members = [] } = options;
  const admin = await world.as("admin");
  const manager = await world.as("project_manager");
  const ctx = world.ctx(admin);
  const passport = { ...PASSPORT, projectManagerId: manager.id, ...options.passport };
  const { id } = await createObject.run(ctx, passport);
  const joined = await Promise.all(
    [...new Set<Role>(["project_manager", ...team])].map(async (role) => ({
      userId: (await world.as(role)).id,
      roles: [role],
    })),
  );
  const others = members.map(({ actor, roles }) => ({ userId: actor.id, roles: [...roles] }));
  const manned = await setObjectTeam.run(ctx, { objectId: id, version: 1, members: [...joined, ...others] });
  const drawn = await addFacades.run(ctx, {
    objectId: id,
    version: manned.version,
    facades: facades.map((code, sort) => ({ code, name: code, sort })),
  });
  const raised = await addFloors.run(ctx, {
    objectId: id,
    version: drawn.version,
    floors: floors.map((code, sort) => ({ code, sort })),
  });
  const places = new Map<string, number>();
  const place = (kind: string, code: string) => {
    const found = places.get(`${kind} ${code}`);
    if (found === undefined) throw new Error(`the object has no ${kind} ${code}`);
    return found;
  };
  for (const facade of drawn.facades) places.set(`facade ${facade.code}`, facade.id);
  for (const floor of raised.floors) places.set(`floor ${floor.code}`, floor.id);
  const volumes = options.volumes ?? usualVolumes(facades, floors);
  if (volumes.length > 0) await plan(world, id, volumes, { places, place });
  const reason = "перенос действующего объекта";
  const moved =
    options.active === false
      ? raised
      : await changeObjectStatus.run(ctx, { objectId: id, to: "active", version: raised.version, reason });
  return {
    id,
    version: moved.version,
    facadeId: (code) => place("facade", code),
    floorId: (code) => place("floor", code),
    cell: (facade, floor, work) => place("cell", `${facade}/${floor}/${work}`),
  };
}

type Places = { places: Map<string, number>; place: (kind: string, code: string) => number };

async function plan(
  world: World,
  objectId: number,
  volumes: readonly PlannedVolume[],
  known: Places,
): Promise<void> {
  const { places, place } = known;
  const works = await world.db.read<{ id: number; code: string }>("select id, code from work_types", []);
  for (const work of works) places.set(`work ${work.code}`, work.id);
  const ctx = world.ctx(await world.as("admin"));
  await setFloorVolumes.run(ctx, {
    objectId,
    volumes: volumes.map(({ facade, floor, work, planQty, planStart, planFinish }) => ({
      facadeId: place("facade", facade),
      floorId: place("floor", floor),
      workTypeId: place("work", work),
      planQty,
      planStart: planStart ?? null,
      planFinish: planFinish ?? null,
    })),
  });
  const cells = await world.db.read<{ id: number; facade: string; floor: string; work: string }>(
    `select v.id, fa.code as facade, fl.code as floor, w.code as work
     from floor_volumes v join facades fa on fa.id = v.facade_id join floors fl on fl.id = v.floor_id
     join work_types w on w.id = v.work_type_id where v.object_id = $1`,
    [objectId],
  );
  for (const cell of cells) places.set(`cell ${cell.facade}/${cell.floor}/${cell.work}`, cell.id);
}
