import type { UserActor } from "@stsphera/rbac";
import { expect } from "vitest";
import type { Ask } from "./contract-asker.ts";

export type Cell = { id: number; facade: { code: string }; floor: { code: string } };
type People = Record<"admin" | "director" | "manager" | "foreman", UserActor>;

/** Creates an object through the API alone, with its team, structure and plan, and starts it. */
export async function makeTestObject(ask: Ask, people: People): Promise<{ id: number; cells: Cell[] }> {
  const { admin, director, manager, foreman } = people;
  const made = await ask<{ id: number; version: number }>("POST /api/objects", {
    as: manager,
    body: {
      name: "БЦ «Кварц»",
      city: "Казань",
      address: "Сибирский тракт, 12",
      customer: "ООО «Кварц»",
      facadeTypes: ["nvf"],
      contractDate: "2026-03-01",
      startDate: "2026-04-01",
      deadline: "2026-12-20",
    },
  });
  const ids = { objectId: made.id };
  const members = [
    { userId: manager.id, roles: ["project_manager"] },
    { userId: foreman.id, roles: ["construction_itr"] },
  ];
  const manned = await ask<{ version: number }>("PUT /api/objects/:objectId/team", {
    as: manager,
    ids,
    body: { version: made.version, members },
  });
  const team = await ask<{ members: unknown[] }>("GET /api/objects/:objectId/team", { as: foreman, ids });
  expect(team.members).toHaveLength(2);
  const facades = await ask<{ version: number; facades: { id: number }[] }>(
    "POST /api/objects/:objectId/facades",
    {
      as: manager,
      ids,
      body: { version: manned.version, facades: [{ code: "А", name: "Главный", sort: 1 }] },
    },
  );
  const codes = ["-1", "0", "1", "тех"];
  const floors = await ask<{ version: number; floors: { id: number; code: string }[] }>(
    "POST /api/objects/:objectId/floors",
    {
      as: manager,
      ids,
      body: { version: facades.version, floors: codes.map((code, sort) => ({ code, sort })) },
    },
  );
  expect(floors.floors.map((floor) => floor.code)).toEqual(codes);
  await ask("GET /api/objects/:objectId/facades", { as: foreman, ids });
  const work = await ask<{ id: number }>("POST /api/work-types", {
    as: manager,
    body: { code: "УТ-1", name: "Утепление", unit: "м²", normHours: "0,35" },
  });
  await ask("GET /api/work-types", { as: foreman });
  const volumes = floors.floors.map((floor) => ({
    facadeId: facades.facades[0]?.id,
    floorId: floor.id,
    workTypeId: work.id,
    planQty: "120,5",
    planStart: "2026-09-01",
    planFinish: "2026-09-30",
  }));
  await ask("PUT /api/objects/:objectId/floor-volumes", { as: manager, ids, body: { volumes } });
  const page = await ask<{ items: Cell[] }>("GET /api/objects/:objectId/floor-volumes", {
    as: foreman,
    ids,
  });
  expect(page.items).toHaveLength(4);
  const body = { to: "active", version: floors.version, reason: "перенос действующего объекта" };
  await ask("POST /api/objects/:objectId/transitions", { as: director, ids, body });
  await ask("POST /api/crews", {
    as: manager,
    body: { code: "К-1", name: "Кварц 1", lead: "Юсупов", size: 5, objectId: made.id },
  });
  await ask("GET /api/crews", { as: foreman, query: `?objectId=${made.id}` });
  await ask("GET /api/objects/:objectId", { as: foreman, ids });
  await ask("GET /api/objects", { as: admin, query: "?status=active" });
  return { id: made.id, cells: page.items };
}
