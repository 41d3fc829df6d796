import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createObject } from "./create-object.ts";
import { getObject } from "./get-object.ts";

let world: World;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

const passport = {
  name: "СПК Атриум",
  city: "Москва",
  address: "ул. Кровельная, 1",
  customer: "ООО «Заказчик»",
  facadeTypes: ["spk" as const],
};

test("the creator becomes a member with their own role and sees the draft", async () => {
  const made = await createObject.run(world.ctx(manager), { ...passport, startDate: "2026-04-15" });
  expect(made).toMatchObject({ status: "draft", version: 1 });
  expect(made.code).toMatch(/^ОБ-2026-\d\d$/);
  expect(made.can.actions).toEqual(["plan", "transfer", "archive"]);
  const card = await getObject.run(world.ctx(await world.again(manager)), { objectId: made.id });
  expect(card).toMatchObject({
    progressPct: null,
    myRoles: ["project_manager"],
    team: [{ userId: manager.id, fullName: manager.fullName, roles: ["project_manager"] }],
  });
});

test("objects created in parallel get different codes", async () => {
  const year = "2031-05-05";
  const made = await Promise.all(
    [1, 2, 3, 4].map(() => createObject.run(world.ctx(manager), { ...passport, startDate: year })),
  );
  expect(made.map((object) => object.code).sort()).toEqual([
    "ОБ-2031-01",
    "ОБ-2031-02",
    "ОБ-2031-03",
    "ОБ-2031-04",
  ]);
});

test("numbering continues after a code chosen by a user", async () => {
  await createObject.run(world.ctx(manager), { ...passport, code: "ОБ-2032-17" });
  const next = await createObject.run(world.ctx(manager), { ...passport, startDate: "2032-01-10" });
  expect(next.code).toBe("ОБ-2032-18");
  const again = await refusalOf(createObject.run(world.ctx(manager), { ...passport, code: "ОБ-2032-17" }));
  expect(fieldsOf(again)).toEqual(["code: code_taken"]);
});

test("a user's choice of the last possible code does not block later objects", async () => {
  for (const code of ["ОБ-2033-999999", "ОБ-2033-1"])
    await createObject.run(world.ctx(manager), { ...passport, code });
  const startDate = "2033-02-01";
  const codes: string[] = [];
  for (let count = 0; count < 2; count += 1)
    codes.push((await createObject.run(world.ctx(manager), { ...passport, startDate })).code);
  expect(codes).toEqual(["ОБ-2033-02", "ОБ-2033-03"]);
});

test("a creator whose role cannot be held on an object must name a manager", async () => {
  const admin = await world.as("admin");
  const before = await world.traces();
  const refusal = await refusalOf(createObject.run(world.ctx(admin), passport));
  expect(fieldsOf(refusal)).toEqual(["projectManagerId: project_manager_required"]);
  const gone = await world.createUser({ status: "deactivated" });
  const wrong = await refusalOf(
    createObject.run(world.ctx(admin), { ...passport, projectManagerId: gone.id }),
  );
  expect(fieldsOf(wrong)).toEqual(["projectManagerId: person_not_active"]);
  expect(await world.traces()).toEqual(before);

  const made = await createObject.run(world.ctx(admin), { ...passport, projectManagerId: manager.id });
  const card = await getObject.run(world.ctx(admin), { objectId: made.id });
  expect(card.myRoles).toEqual([]);
  expect(card.team.map((member) => member.userId)).toEqual([manager.id]);
});

test("a contract manager joins as such, beside the named manager", async () => {
  const clerk = await world.as("contract");
  const made = await createObject.run(world.ctx(clerk), { ...passport, projectManagerId: manager.id });
  const card = await getObject.run(world.ctx(await world.again(clerk)), { objectId: made.id });
  expect(card.team).toEqual(
    expect.arrayContaining([
      { userId: clerk.id, fullName: clerk.fullName, status: "active", roles: ["contract"] },
      { userId: manager.id, fullName: manager.fullName, status: "active", roles: ["project_manager"] },
    ]),
  );
});

test("nobody makes themselves project manager, nor begins with a limit above the usual one", async () => {
  const clerk = await world.as("contract");
  const before = await world.traces();
  const lifted = createObject.run(world.ctx(clerk), { ...passport, projectManagerId: clerk.id });
  expect(fieldsOf(await refusalOf(lifted))).toEqual(["projectManagerId: manager_not_oneself"]);
  for (const actor of [manager, clerk]) {
    const wide = { ...passport, projectManagerId: manager.id, approvalLimit: "500000.01" };
    const refusal = await refusalOf(createObject.run(world.ctx(actor), wide));
    expect(fieldsOf(refusal)).toEqual(["approvalLimit: limit_not_raised_by_oneself"]);
  }
  expect(await world.traces()).toEqual(before);
  const admin = world.ctx(await world.as("admin"));
  const wide = { ...passport, projectManagerId: manager.id, approvalLimit: "1500000" };
  expect(await createObject.run(admin, wide)).toMatchObject({ status: "draft" });
});

test("a kind of facade or a weekday named twice is stored once", async () => {
  const asked = { ...passport, facadeTypes: ["spk" as const, "spk" as const], workWeek: [5, 1, 5] };
  const { id } = await createObject.run(world.ctx(manager), asked);
  const card = await getObject.run(world.ctx(await world.again(manager)), { objectId: id });
  expect(card).toMatchObject({ facadeTypes: ["spk"], workWeek: [1, 5] });
});

test.each([
  [{ facadeTypes: ["spk", "nvf", "spk", "nvf"] as const }, "facadeTypes: too_big"],
  [{ startDate: "2026-05-01", deadline: "2026-04-01" }, "deadline: dates_order"],
  [{ contractDate: "2027-02-01", deadline: "2027-01-01" }, "deadline: deadline_before_contract"],
  [{ timeZone: "Moscow" }, "timeZone: time_zone"],
  [{ shiftStart: "08:00", shiftEnd: "08:00" }, "shiftEnd: shift_empty"],
  [{ deadline: "2026-02-30" }, "deadline: invalid_format"],
])("%o is refused", async (wrong, field) => {
  const before = await world.traces();
  const refusal = await refusalOf(createObject.run(world.ctx(manager), { ...passport, ...wrong } as never));
  expect(fieldsOf(refusal)).toEqual([field]);
  expect(await world.traces()).toEqual(before);
});

test("the object's working days are listed at once", async () => {
  const made = await createObject.run(world.ctx(manager), { ...passport, startDate: "2026-04-15" });
  const [days] = await world.db.read<{ listed: boolean }>(
    "select exists (select 1 from object_workdays where object_id = $1 and day = '2026-04-15') as listed",
    [made.id],
  );
  expect(days?.listed).toBe(true);
});
