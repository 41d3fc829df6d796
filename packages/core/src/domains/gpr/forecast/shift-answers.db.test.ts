import type { Role } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { listMyApprovals } from "../../verbs.ts";
import { createDelegation } from "../../delegations/verbs.ts";
import {
  answerGprShift,
  compareGpr,
  createGpr,
  getGpr,
  getGprContent,
  listGprShifts,
  whyGpr,
} from "../verbs.ts";
import { type ForecastScene, openForecastScene, underway } from "./testing/forecast-scene.ts";

let world: World;
let scene: ForecastScene;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await openForecastScene(world);
  await underway(scene);
});

const card = async (role: Role) => getGpr.run(await scene.as(role), { gprId: scene.gprId });
const shifts = async (role: Role) =>
  (await listGprShifts.run(await scene.as(role), { gprId: scene.gprId, limit: 10 })).items;
const waits = async (role: Role) =>
  (await listMyApprovals.run(await scene.as(role), { limit: 50 })).items.filter(
    ({ kind }) => kind === "gpr_shift",
  );
const byTwo = { by: "days", workdays: 2 } as const;

test("whom a shift touches is asked, and declines with words; nobody else may", async () => {
  const { touched, id } = await scene.shift(["brackets"], byTwo);
  const foreman = await world.as("construction_itr");
  expect(touched.map((person) => person.id)).toEqual([foreman.id]);
  const [waiting] = await waits("construction_itr");
  expect(waiting).toMatchObject({ gprId: scene.gprId, text: "Модули придут позже", title: "ГПР, версия 1" });
  expect(await waits("pto")).toEqual([]);
  const { shift, can } = await card("construction_itr");
  expect(can.actions).toEqual(["agree", "object"]);
  expect(shift).toMatchObject({
    id: waiting?.id,
    reason: "Модули придут позже",
    moved: 2,
    finish: { before: "2026-09-17", after: "2026-09-19", workdays: 2 },
  });
  expect(shift?.rows.map(({ name, after }) => `${name} ${after.finish}`)).toEqual([
    "Кронштейны 2026-09-14",
    "Модули 2026-09-19",
  ]);
  expect((await card("pto")).shift).toBeNull();
  const objection = { answerId: shift?.id ?? 0, move: "object", version: 1, reason: "Ветер" } as const;
  const before = await world.traces();
  const short = await refusalOf(answerGprShift.run(world.ctx(foreman), { ...objection, reason: "нет" }));
  expect(short.code).toBe("validation_failed");
  const pto = await refusalOf(
    answerGprShift.run(await scene.as("pto"), { ...objection, reason: "Не успеем" }),
  );
  expect(pto.code).toBe("forbidden");
  const viewer = await scene.as("viewer");
  expect((await refusalOf(answerGprShift.run(viewer, { ...objection, reason: "Не успеем" }))).code).toBe(
    "not_found",
  );
  expect(await world.traces()).toEqual(before);
  const state = await answerGprShift.run(world.ctx(foreman), { ...objection, reason: "Ветер по прогнозу" });
  expect(state).toMatchObject({ status: "objected", version: 2, actions: [] });
  const again = await refusalOf(
    answerGprShift.run(world.ctx(foreman), { answerId: objection.answerId, move: "agree", version: 2 }),
  );
  expect(again.code).toBe("invalid_transition");
  expect(await waits("construction_itr")).toEqual([]);
  const [told] = await shifts("project_manager");
  expect(told).toMatchObject({
    id,
    chosen: 1,
    moved: 2,
    how: byTwo,
    rows: [{ number: 2, name: "Кронштейны" }],
    answers: [
      {
        owner: { id: foreman.id },
        status: "objected",
        text: "Ветер по прогнозу",
        answeredBy: { id: foreman.id },
        yours: false,
      },
    ],
  });
});

test("the deputy of an absent owner answers for them", async () => {
  await scene.shift(["brackets"], byTwo);
  const foreman = await world.as("construction_itr");
  const deputy = await world.as("production");
  const delegation = { deputyId: deputy.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
  await createDelegation.run(world.ctx(foreman), delegation);
  const { shift } = await card("production");
  await answerGprShift.run(await scene.as("production"), {
    answerId: shift?.id ?? 0,
    move: "agree",
    version: 1,
  });
  const [told] = await shifts("project_manager");
  expect(told?.answers).toMatchObject([{ status: "agreed", answeredBy: { id: deputy.id } }]);
  const [audit] = await world.db.read<{ behalf: number }>(
    "select on_behalf_of as behalf from audit_log where action = 'gpr.answer_shift' order by id desc limit 1",
    [],
  );
  expect(audit?.behalf).toBe(foreman.id);
});

test("a version made of the forecast plans its dates; signed, it takes the facts over and closes what nobody answered", async () => {
  await scene.shift(["brackets"], byTwo);
  const ctx = await scene.as("project_manager");
  const { id: next } = await createGpr.run(ctx, { objectId: scene.object.id, from: "forecast" });
  const spans = async (gprId: number) =>
    (await getGprContent.run(ctx, { gprId })).rows.map(({ start, finish }) => `${start} ${finish}`);
  const expected = (await scene.compare()).rows.map(({ forecast }) => `${forecast.start} ${forecast.finish}`);
  expect(await spans(next)).toEqual(expected);
  await scene.signByAll(next);
  const compared = await compareGpr.run(ctx, { gprId: next });
  expect(compared).toMatchObject({ number: 2, base: { number: 1 }, whole: { finishLate: 0, baseLate: 3 } });
  expect(compared.rows[0]?.fact).toMatchObject({ start: "2026-08-31", finish: "2026-09-05" });
  expect(compared.rows.map(({ heldUntil, added }) => `${heldUntil} ${added}`)).toEqual(
    Array.from({ length: 4 }, () => "null 0"),
  );
  const [former] = await shifts("project_manager");
  expect(former?.answers).toMatchObject([{ status: "closed", answeredBy: null }]);
  expect(await waits("construction_itr")).toEqual([]);
  const why = await whyGpr.run(ctx, { gprId: scene.gprId, row: scene.keys.modules });
  expect(why.start).toBe("2026-09-11");
});

test("ten shifts at once are all kept, one after another", async () => {
  const before = await scene.dates("modules");
  await Promise.all(Array.from({ length: 10 }, () => scene.shift(["brackets"], { by: "days", workdays: 1 })));
  expect(before).toBe("12.09–17.09");
  expect(await scene.dates("brackets")).toBe("07.09–23.09");
  expect(await shifts("project_manager")).toHaveLength(10);
});
