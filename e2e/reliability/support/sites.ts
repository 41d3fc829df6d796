import { randomBytes } from "node:crypto";
import { type Person, personClient } from "./api-client.ts";
import type { Reached } from "./running.ts";

const MANAGER = 1_000_004;
const DIRECTOR = 1_000_002;

export type Site = {
  objectId: number;
  /** Telegram id of the user who enters its facts. */
  person: number;
  cells: number[];
  /** The object's current day. */
  today: string;
};

type Numbered = { id: number; version: number };

/** Splits a number of cells into facades of at most 20 floors. */
function shapeOf(cells: number): { facades: string[]; floors: string[] } {
  const floors = Math.min(20, cells);
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  return { facades: numbers(Math.ceil(cells / floors)).map((n) => `Ф${n}`), floors: numbers(floors) };
}

async function makeSite(
  running: Reached,
  a: {
    manager: Person;
    director: Person;
    person: number;
    cells: number;
    planQty: string;
    workTypeId: number;
  },
): Promise<Site> {
  const { manager, director, person } = a;
  const { userId } = await personClient(running, person);
  const day = (await running.control.now()).toISOString().slice(0, 10);
  const later = (days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const made = await manager.ask<Numbered>("POST", "/objects", {
    name: `Корпус ${person}`,
    city: "Казань",
    address: "Сибирский тракт, 12",
    customer: "ООО «Кварц»",
    facadeTypes: ["nvf"],
    contractDate: later(-60),
    startDate: later(-30),
    deadline: later(120),
  });
  const path = `/objects/${made.id}`;
  const manned = await manager.ask<Numbered>("PUT", `${path}/team`, {
    version: made.version,
    members: [
      { userId: manager.userId, roles: ["project_manager"] },
      { userId, roles: ["construction_itr"] },
    ],
  });
  const shape = shapeOf(a.cells);
  const drawn = await manager.ask<{ version: number; facades: { id: number }[] }>("POST", `${path}/facades`, {
    version: manned.version,
    facades: shape.facades.map((code, sort) => ({ code, name: code, sort })),
  });
  const raised = await manager.ask<{ version: number; floors: { id: number }[] }>("POST", `${path}/floors`, {
    version: drawn.version,
    floors: shape.floors.map((code, sort) => ({ code, sort })),
  });
  const volumes = drawn.facades
    .flatMap((facade) => raised.floors.map((floor) => ({ facadeId: facade.id, floorId: floor.id })))
    .slice(0, a.cells)
    .map((place) => ({
      ...place,
      workTypeId: a.workTypeId,
      planQty: a.planQty,
      planStart: later(-10),
      planFinish: later(60),
    }));
  await manager.ask("PUT", `${path}/floor-volumes`, { volumes });
  const reason = "перенос действующего объекта";
  await director.ask("POST", `${path}/transitions`, { to: "active", version: raised.version, reason });
  const rows = await running.sql<{ id: number }[]>`
    select id from floor_volumes where object_id = ${made.id} order by id`;
  return { objectId: made.id, person, cells: rows.map((row) => row.id), today: day };
}

/** An active object for each of these users, created through the API, with that many cells. */
export async function makeSites(
  running: Reached,
  people: readonly number[],
  { cells, planQty = "12" }: { cells: number; planQty?: string },
): Promise<Site[]> {
  const manager = await personClient(running, MANAGER);
  const director = await personClient(running, DIRECTOR);
  const work = await manager.ask<{ id: number }>("POST", "/work-types", {
    code: `УТ-${randomBytes(4).toString("hex")}`,
    name: "Утепление",
    unit: "м²",
    normHours: "0.35",
  });
  const sites: Site[] = [];
  for (const person of people) {
    sites.push(await makeSite(running, { manager, director, person, cells, planQty, workTypeId: work.id }));
  }
  return sites;
}

/** Users of the demo story who enter no facts in it. */
export const ENTERERS = [2, 3, 5, 6, 7, 8, 9, 12, 13, 14].map((n) => 1_000_000 + n);
/** Demo users who do enter facts in it, so that the bot asks them for the object first. */
export const MORE_ENTERERS = [10, 11, 15, 16, 18].map((n) => 1_000_000 + n);
