import type { DraftData } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFloorVolumes } from "../../production/index.ts";
import { fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { getObject } from "../get-object.ts";
import { completeObjectDraft } from "./complete-object-draft.ts";
import { getObjectDraft } from "./get-object-draft.ts";
import { type DraftScene, openDraftScene, PASSPORT } from "./testing/draft-scene.ts";

let world: World;
let manager: UserActor;
let foreman: UserActor;
let whole: DraftScene["whole"];
let draft: DraftScene["draft"];
beforeAll(async () => {
  ({ world, manager, foreman, whole, draft } = await openDraftScene());
});
afterAll(() => world.close());

const everything = async () => {
  const [row] = await world.db.read<Record<string, number>>(
    `select (select count(*)::int from objects) as objects, (select count(*)::int from object_roles) as roles,
       (select count(*)::int from facades) as facades, (select count(*)::int from floors) as floors,
       (select count(*)::int from floor_volumes) as cells, (select count(*)::int from audit_log) as audit,
       (select count(*)::int from outbox) as outbox`,
    [],
  );
  return row;
};

describe("regression 8: the wizard", () => {
  test("creates the whole object for a user with two roles", async () => {
    const objectId = (await completeObjectDraft.run(world.ctx(manager), await draft(whole()))).objectId;
    const ctx = world.ctx(await world.again(manager));
    const card = await getObject.run(ctx, { objectId });
    expect(card).toMatchObject({ name: "СПК Атриум", status: "draft", deadline: "2026-12-30" });
    expect(card.myRoles).toEqual(["project_manager", "construction_itr"]);
    expect(card.team.map(({ userId, roles }) => ({ userId, roles }))).toEqual(
      expect.arrayContaining([
        { userId: manager.id, roles: ["construction_itr", "project_manager"] },
        { userId: foreman.id, roles: ["construction_itr", "geodesist"] },
      ]),
    );
    expect(card.floors.map(({ code }) => code)).toEqual(["−1", "тех"]);
    const { items } = await listFloorVolumes.run(ctx, { objectId });
    expect(items.map(({ facade, floor, planQty }) => [facade.code, floor.code, planQty])).toEqual([
      ["Юг", "−1", "36"],
      ["Запад", "тех", "48.6"],
    ]);
    const [curve] = await world.db.read<{ hours: string }>(
      "select trim_scale(round(max(hours_through), 2))::text as hours from object_plan_curve where object_id = $1",
      [objectId],
    );
    expect(curve?.hours).toBe("29.16");
  });

  test("leaves nothing behind when its last row fails", async () => {
    const data = whole();
    const volumes = [
      ...(data.volumes ?? []),
      { facade: "Юг", floor: "тех", workTypeId: 999_999, planQty: "1" },
    ];
    const asked = await draft({ ...data, volumes });
    const before = await everything();
    const refusal = await refusalOf(completeObjectDraft.run(world.ctx(manager), asked));
    expect(fieldsOf(refusal)).toEqual(["volumes.2.workTypeId: unknown_work_type"]);
    expect(await everything()).toEqual(before);
    const { objectId, version } = await getObjectDraft.run(world.ctx(manager), { draftId: asked.draftId });
    expect({ objectId, version }).toEqual({ objectId: null, version: 1 });
  });

  test("completed repeatedly and in parallel gives one object", async () => {
    const asked = await draft(whole());
    const before = await everything();
    const ctx = () => world.ctx(manager);
    const answers = await Promise.all([1, 2, 3].map(() => completeObjectDraft.run(ctx(), asked)));
    const again = await completeObjectDraft.run(ctx(), asked);
    expect(new Set([...answers, again].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(again).toMatchObject({ can: { actions: ["plan", "transfer", "archive"] } });
    expect((await everything())?.objects).toBe((before?.objects ?? 0) + 1);
  });

  test("emits the same events as its parts would, in one command", async () => {
    const ctx = world.ctx(manager);
    await completeObjectDraft.run(ctx, await draft(whole()));
    const rows = await world.db.read<{ entity: string; rows: number; commands: number }>(
      `select entity_type as entity, count(*)::int as rows, count(distinct command_id)::int as commands
       from audit_log where request_id = $1 group by entity_type order by entity_type`,
      [ctx.requestId],
    );
    expect(rows).toEqual([
      { entity: "facade", rows: 2, commands: 1 },
      { entity: "floor", rows: 2, commands: 1 },
      { entity: "floor_volume", rows: 2, commands: 1 },
      { entity: "object", rows: 2, commands: 1 },
      { entity: "object_draft", rows: 1, commands: 1 },
    ]);
    const events = await world.db.read<{ type: string }>(
      `select type from outbox where command_id = (
         select command_id from audit_log where request_id = $1 limit 1) order by id`,
      [ctx.requestId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      "object.created",
      "object.team_changed",
      "object.structure_changed",
      "object.structure_changed",
      "volume.plan_changed",
    ]);
  });
});

test("regression 8: no draft makes its author a project manager whose role is another", async () => {
  const clerk = await world.as("contract");
  const members = [{ userId: clerk.id, roles: ["contract" as const, "project_manager" as const] }];
  const leads = await draft({ ...whole(), members }, clerk);
  const names = { ...whole(), object: { ...PASSPORT, projectManagerId: clerk.id }, members: [] };
  const named = await draft(names, clerk);
  const before = await everything();
  for (const asked of [leads, named]) {
    const refusal = await refusalOf(completeObjectDraft.run(world.ctx(clerk), asked));
    expect(fieldsOf(refusal)).toEqual(["object.projectManagerId: manager_not_oneself"]);
  }
  expect(await everything()).toEqual(before);
});

test.each([
  [() => ({}), ["object: invalid_type", "facades: invalid_type", "floors: invalid_type"]],
  [
    () => ({ ...whole(), object: { name: "Без адреса" } }),
    ["city", "address", "customer", "facadeTypes"].map((field) => `object.${field}: invalid_type`),
  ],
  [() => ({ ...whole(), object: { ...PASSPORT, deadline: "2026-08-01" } }), ["object.deadline: dates_order"]],
  [() => ({ ...whole(), object: { ...PASSPORT, timeZone: "Moscow" } }), ["object.timeZone: time_zone"]],
  [
    () => ({ ...whole(), object: { ...PASSPORT, shiftStart: "08:00", shiftEnd: "08:00" } }),
    ["object.shiftEnd: shift_empty"],
  ],
  [
    () => ({ ...whole(), members: [{ userId: 999_999, roles: ["pto"] }] }),
    ["members.0.userId: person_not_active"],
  ],
  [
    () => ({ ...whole(), members: [{ userId: foreman.id, roles: ["admin"] }] }),
    ["members.0.roles.0: role_not_for_objects"],
  ],
  [() => ({ ...whole(), members: [{ userId: foreman.id, roles: [] }] }), ["members.0.roles: too_small"]],
  [
    () => ({
      ...whole(),
      floors: [
        { code: "1", sort: 1 },
        { code: "2", sort: 1 },
      ],
      volumes: [],
    }),
    ["floors.1.sort: sort_taken"],
  ],
  [
    () => ({ ...whole(), volumes: [{ ...whole().volumes?.[0], floor: "77" }] }),
    ["volumes.0.floor: unknown_floor"],
  ],
  [() => ({ ...whole(), volumes: [whole().volumes?.[0], whole().volumes?.[0]] }), ["volumes.1: cell_twice"]],
  [
    () => ({ ...whole(), volumes: [{ ...whole().volumes?.[0], planQty: "1.5" }] }),
    ["volumes.0.planQty: quantity_whole"],
  ],
  [
    () => ({ ...whole(), volumes: [{ ...whole().volumes?.[0], planStart: "2026-09-01" }] }),
    ["volumes.0: window_half"],
  ],
])("an incomplete or invalid draft is refused with the field (%#)", async (data, fields) => {
  const asked = await draft(data() as DraftData);
  const before = await everything();
  const refusal = await refusalOf(completeObjectDraft.run(world.ctx(manager), asked));
  expect(fieldsOf(refusal)).toEqual(fields);
  expect(await everything()).toEqual(before);
});

test("completing a draft again reveals nothing of an object that its creator has left", async () => {
  const asked = await draft(whole());
  const { id } = await completeObjectDraft.run(world.ctx(manager), asked);
  const again = () => completeObjectDraft.run(world.ctx(manager), asked);
  expect((await again()).id).toBe(id);
  await world.db.sql`delete from object_roles where object_id = ${id} and user_id = ${manager.id}`;
  const before = await world.traces();
  expect((await refusalOf(again())).code).toBe("not_found");
  expect(await world.traces()).toEqual(before);
});

test("a creator whose role requires a manager beside them, and an admin who must name one", async () => {
  const clerk = await world.as("contract");
  const asked = await draft({ ...whole(), members: [] }, clerk);
  const made = await completeObjectDraft.run(world.ctx(clerk), asked);
  expect((await getObject.run(world.ctx(await world.again(clerk)), { objectId: made.id })).myRoles).toEqual([
    "contract",
  ]);
  const admin = world.ctx(await world.as("admin"));
  const unmanaged = await draft({ ...whole(), members: [] }, await world.as("admin"));
  expect(fieldsOf(await refusalOf(completeObjectDraft.run(admin, unmanaged)))).toEqual([
    "members: project_manager_required",
  ]);
});
