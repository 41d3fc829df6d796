import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  closeQuiet,
  openRelayDesk,
  type RelayDesk,
  type Sent,
} from "../../platform/notify/testing/relay-desk.ts";
import { type ClockDesk, clockOf } from "../digest/testing/clock-desk.ts";
import { enterFact, explainFact } from "../facts/index.ts";
import { closeShift } from "../shifts/index.ts";
import { createZone } from "../zones/index.ts";
import { putOffEvening } from "./index.ts";

let desk: RelayDesk;
let clock: ClockDesk;
let foreman: UserActor;
let manager: UserActor;
let engineer: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk({});
  clock = clockOf(desk);
  const { world } = desk;
  [foreman, manager, engineer] = await Promise.all([
    world.as("construction_itr"),
    world.as("project_manager"),
    world.as("pto"),
  ]);
});
afterEach(() => closeQuiet(desk));

const titled = (sent: readonly Sent[], title: string) => sent.filter(({ text }) => text.includes(title));
const chats = (sent: readonly Sent[]) => sent.map(({ chat }) => chat).toSorted();
const enter = (quantity = "12", cell = desk.object.cell("Юг", "1", "МОД")) =>
  enterFact.run(desk.world.ctx(foreman), {
    objectId: desk.object.id,
    floorVolumeId: cell,
    date: "2026-09-08",
    quantity,
  } as never);
const close = (now: string) =>
  closeShift.run(desk.world.ctx(foreman, { now: new Date(now) }), {
    objectId: desk.object.id,
    date: "2026-09-08",
    shift: "day",
    answers: [],
    rest: { code: "not_worked" },
  } as never);

test("the РП hears two hours after the foremen of what is still open, once; nobody hears on a day off", async () => {
  expect(titled(await clock.at("2026-09-09T06:14:00Z"), "нет факта за")).toEqual([]);
  const [told, ...others] = titled(await clock.at("2026-09-09T06:15:00Z"), "нет факта за");
  expect(others).toEqual([]);
  expect(told).toMatchObject({ chat: manager.telegramId, status: "queued" });
  expect(told?.text).toContain("<b>⏰ СПК Блок Б: нет факта за вт, 8 сентября</b>");
  expect(told?.text).toContain("Модули Юг 1 · план");
  expect(told?.buttons.map(({ data }) => data)).toEqual([
    `fd:enter:${desk.object.id}:2026-09-08`,
    `sh:d:${desk.object.id}:2026-09-08`,
    `sh:c:${desk.object.id}:2026-09-08:f0`,
    "",
  ]);
  expect(titled(await clock.at("2026-09-09T06:30:00Z"), "нет факта за")).toEqual([]);
  expect(titled(await clock.at("2026-09-13T06:15:00Z"), "нет факта за")).toEqual([]);
});

const lead = async (facade: string, foremanId: number) =>
  createZone.run(desk.world.ctx(await desk.world.as("admin")), {
    objectId: desk.object.id,
    name: facade,
    facadeId: desk.object.facadeId(facade),
    fromFloorId: desk.object.floorId("1"),
    toFloorId: desk.object.floorId("2"),
    foremanId,
  } as never);
const away = (principal: UserActor, deputy: UserActor) => desk.world.db.sql`
  insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
  values (${principal.id}, ${deputy.id}, ${desk.object.id}, '2026-09-08', '2026-09-10', ${principal.id},
    ${desk.world.now})`;
const closes = (sent: Sent | undefined) =>
  sent?.buttons.filter(({ data }) => data.startsWith("sh:c")).map(({ text, data }) => [text, data]);

test("the РП is told of every part, what is no foreman's too, and closes each by a button of its own", async () => {
  await lead("Юг", foreman.id);
  await desk.relay();
  await desk.sent();
  const [told] = titled(await clock.at("2026-09-09T06:15:00Z"), "нет факта за");
  expect(told?.chat).toBe(manager.telegramId);
  expect(told?.text).toContain("<b>Без прораба</b>");
  const data = `sh:c:${desk.object.id}:2026-09-08`;
  expect(closes(told)?.map(([, one]) => one)).toEqual([`${data}:f${foreman.id}`, `${data}:f0`]);
  expect(closes(told)?.[1]?.[0]).toBe("Не работали · Без прораба");
});

test("a deputy gets one evening card of both parts, each closed by its own button; the absent gets none", async () => {
  const { world } = desk;
  const deputy = await world.createUser({ fullName: "Антон Жилин" });
  await world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${desk.object.id}, ${deputy.id}, 'construction_itr', ${world.now})`;
  await lead("Юг", foreman.id);
  await lead("Запад", deputy.id);
  await away(foreman, deputy);
  await desk.relay();
  await desk.sent();
  const evening = titled(await clock.at("2026-09-08T14:30:00Z"), "Смена закончилась");
  expect(chats(evening)).toEqual([deputy.telegramId]);
  expect(evening[0]?.text).toContain("по замещению: ");
  const data = `sh:c:${desk.object.id}:2026-09-08`;
  expect(evening[0]?.buttons.map(({ text }) => text)).toEqual([
    "Внести факт",
    "Смена закрыта · моя часть",
    expect.stringMatching(/^Смена закрыта · \p{L}+$/u),
    "Через час",
  ]);
  expect(closes(evening[0])?.map(([, one]) => one)).toEqual([
    `${data}:f${deputy.id}`,
    `${data}:f${foreman.id}`,
  ]);
  const morning = (await clock.at("2026-09-09T04:15:00Z")).filter(({ text }) => text.includes("🌅"));
  expect(chats(morning)).not.toContain(foreman.telegramId);
  const card = morning.find(({ chat }) => chat === deputy.telegramId);
  expect(card?.text.match(/План/g)).toHaveLength(2);
  expect(card?.text).toMatch(/<b>План · по замещению: .+<\/b>/);
  expect(card?.text).toMatch(/<b>Нет факта: вчера · по замещению: .+<\/b>/);
  expect(closes(card)).toHaveLength(2);
});

test("an evening request is put off only by who answers for a shift of that day", async () => {
  const now = new Date("2026-09-08T14:35:00Z");
  const putOff = (actor: UserActor) =>
    putOffEvening.run(desk.world.ctx(actor, { now }), { day: "2026-09-08" });
  const before = await desk.world.traces();
  await expect(putOff(engineer)).rejects.toMatchObject({ code: "forbidden" });
  await desk.world.db.sql`update objects set status = 'on_hold'`;
  await expect(putOff(foreman)).rejects.toMatchObject({ code: "forbidden" });
  expect(await desk.world.traces()).toEqual(before);
});

test("a closed shift owes nothing", async () => {
  await close("2026-09-08T14:30:00Z");
  expect(titled(await clock.at("2026-09-09T06:15:00Z"), "нет факта за")).toEqual([]);
});

test("a closed night says nothing of the day", async () => {
  await close("2026-09-08T14:30:00Z");
  await desk.world.db.sql`update shift_closings set shift = 'night'`;
  expect(titled(await clock.at("2026-09-09T06:15:00Z"), "нет факта за")).toHaveLength(1);
});

test("a foreman without a morning card is reminded by a message of their own", async () => {
  await desk.world.db
    .sql`insert into notification_settings (user_id, morning_digest) values (${foreman.id}, false)`;
  const [told] = titled(await clock.at("2026-09-09T04:15:00Z"), "нет факта за");
  expect(told?.chat).toBe(foreman.telegramId);
  expect(told?.buttons.slice(0, 3).map(({ text }) => text)).toEqual(["Внести", "Был простой", "Не работали"]);
});

test("half an hour after the shift the foreman is asked for what is missing, and again an hour later if wished", async () => {
  await enter();
  await desk.relay();
  await desk.sent();
  expect(titled(await clock.at("2026-09-08T14:29:00Z"), "Смена закончилась")).toEqual([]);
  const [asked, ...others] = titled(await clock.at("2026-09-08T14:30:00Z"), "Смена закончилась");
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ chat: foreman.telegramId, ring: "always" });
  expect(asked?.text).toMatch(/Внесено {2}<b>1 из \d+<\/b>/);
  expect(asked?.buttons.map(({ data }) => data)).toEqual([
    `fd:enter:${desk.object.id}:2026-09-08`,
    "ev:later:2026-09-08",
    `sh:c:${desk.object.id}:2026-09-08:f0`,
  ]);
  const now = new Date("2026-09-08T14:35:00Z");
  await putOffEvening.run(desk.world.ctx(foreman, { now }), { day: "2026-09-08" });
  expect(titled(await clock.at("2026-09-08T15:34:00Z"), "Смена закончилась")).toEqual([]);
  expect(titled(await clock.at("2026-09-08T15:35:00Z"), "Смена закончилась")).toHaveLength(1);
  expect(titled(await clock.at("2026-09-08T15:36:00Z"), "Смена закончилась")).toEqual([]);
});

test("nothing is asked of a closed shift, and a request of another day is not put off", async () => {
  await close("2026-09-08T14:10:00Z");
  expect(titled(await clock.at("2026-09-08T14:30:00Z"), "Смена закончилась")).toEqual([]);
  const ctx = desk.world.ctx(foreman, { now: new Date("2026-09-11T14:35:00Z") });
  const before = await desk.world.traces();
  await expect(putOffEvening.run(ctx, { day: "2026-09-08" })).rejects.toMatchObject({
    code: "validation_failed",
  });
  expect(await desk.world.traces()).toEqual(before);
  expect([...(await desk.world.db.sql`select from put_off_requests`)]).toEqual([]);
});

test("the evening request comes when the foreman wishes", async () => {
  await desk.world.db
    .sql`insert into notification_settings (user_id, evening_at) values (${foreman.id}, '18:40')`;
  expect(titled(await clock.at("2026-09-08T14:30:00Z"), "Смена закончилась")).toEqual([]);
  expect(titled(await clock.at("2026-09-08T15:40:00Z"), "Смена закончилась")).toHaveLength(1);
});

test("a deviation is told once, with its reason, when the shift is closed", async () => {
  await enter("5");
  const { fact } = await enter("20", desk.object.cell("Запад", "1", "МОД"));
  await desk.world.db.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update daily_plan_fact set plan_qty = 12`;
  });
  await explainFact.run(desk.world.ctx(foreman), {
    factId: fact.id,
    version: fact.version,
    planReason: { code: "no_material" },
  } as never);
  await desk.relay();
  await desk.sent();
  await close("2026-09-08T14:10:00Z");
  await desk.relay();
  const told = titled(await desk.sent(), "смена не по плану");
  expect(chats(told)).toEqual([manager, engineer].map(({ telegramId }) => telegramId).toSorted());
  expect(told[0]).toMatchObject({ ring: "first" });
  expect(told[0]?.text).toContain("Модули Юг 1: 5 из 12");
  expect(told[0]?.text).toContain("нет материала");
  // The clock's turn edits the same message.
  const again = titled(await clock.at("2026-09-08T15:30:00Z"), "смена не по плану");
  expect(again.map(({ card }) => card)).toEqual([
    `fact.deviation:${desk.object.id}:2026-09-08`,
    `fact.deviation:${desk.object.id}:2026-09-08`,
  ]);
  expect(again.every(({ ring }) => ring === "first")).toBe(true);
});

test("what nobody closed is told by the clock, an hour and a half after the shift", async () => {
  await enter("5");
  await desk.world.db.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update daily_plan_fact set plan_qty = 12`;
  });
  await desk.relay();
  await desk.sent();
  expect(titled(await clock.at("2026-09-08T15:29:00Z"), "смена ниже плана")).toEqual([]);
  expect(titled(await clock.at("2026-09-08T15:30:00Z"), "смена ниже плана")).toHaveLength(2);
});
