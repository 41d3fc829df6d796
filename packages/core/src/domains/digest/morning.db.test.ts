import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  closeQuiet,
  openRelayDesk,
  type RelayDesk,
  type Sent,
} from "../../platform/notify/testing/relay-desk.ts";
import { getDashboard } from "../dashboard/index.ts";
import { insertDefect } from "../defects/testing/insert-defect.ts";
import { decideFact, enterFact } from "../facts/index.ts";
import { getObjectDashboard } from "../objects/index.ts";
import { createZone } from "../zones/index.ts";
import { type ClockDesk, clockOf } from "./testing/clock-desk.ts";

let desk: RelayDesk;
let clock: ClockDesk;
let foreman: UserActor;
let manager: UserActor;
let director: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk({});
  clock = clockOf(desk);
  const { world } = desk;
  [foreman, manager, director] = await Promise.all([
    world.as("construction_itr"),
    world.as("project_manager"),
    world.as("director"),
  ]);
});
afterEach(() => closeQuiet(desk));

const of = (sent: readonly Sent[], person: UserActor) =>
  sent.filter(({ chat }) => chat === person.telegramId);
const cards = (sent: readonly Sent[]) => sent.filter(({ text }) => text.startsWith("<b>🌅"));
const labels = (message: Sent | undefined) => message?.buttons.map(({ text }) => text);
async function lead(facade: string): Promise<void> {
  const { world, object } = desk;
  await createZone.run(world.ctx(await world.as("admin")), {
    objectId: object.id,
    name: facade,
    facadeId: object.facadeId(facade),
    fromFloorId: object.floorId("1"),
    toFloorId: object.floorId("2"),
    foremanId: foreman.id,
  } as never);
  await desk.relay();
  await desk.sent();
}
const task = (values: Partial<typeof schema.tasks.$inferInsert>) =>
  desk.world.db.orm.insert(schema.tasks).values({
    objectId: desk.object.id,
    title: 'Испытать <b>&" анкеры',
    status: "in_progress",
    creatorId: manager.id,
    assigneeId: foreman.id,
    deadline: "2026-09-09",
    createdAt: desk.world.now,
    statusSince: desk.world.now,
    ...values,
  });

describe("when", () => {
  test("a foreman's card comes 45 minutes before the shift, the РП's 08:30, the director's 09:00, each once", async () => {
    // Wednesday, 9 September in Moscow.
    expect(of(await clock.at("2026-09-09T04:14:59Z"), foreman)).toEqual([]);
    const early = await clock.at("2026-09-09T04:15:00Z");
    expect(of(cards(early), foreman)).toHaveLength(1);
    expect(of(cards(early), manager)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T05:29:00Z")), manager)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T05:30:00Z")), manager)).toHaveLength(1);
    expect(of(cards(await clock.at("2026-09-09T05:59:00Z")), director)).toEqual([]);
    const [one, ...more] = of(cards(await clock.at("2026-09-09T06:00:00Z")), director);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ ring: "always" });
    for (const later of ["2026-09-09T06:01:00Z", "2026-09-09T06:30:00Z", "2026-09-09T07:00:00Z"])
      expect(cards(await clock.at(later))).toEqual([]);
  });

  test("before a shift at six the card waits for the end of quiet hours instead of being lost", async () => {
    await desk.world.db.sql`update objects set shift_start = '06:00' where id = ${desk.object.id}`;
    expect(of(cards(await clock.at("2026-09-09T03:59:00Z")), foreman)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T04:00:00Z")), foreman)).toHaveLength(1);
  });

  test("two schedulers make one card, and a scheduler that was away for hours makes none", async () => {
    await Promise.all([clock.at("2026-09-09T05:30:00Z"), clock.at("2026-09-09T05:30:00Z")]);
    const [count] = await desk.world.db.read<{ n: number }>(
      `select count(*)::int as n from outbox where type = 'digest.morning' and entity_id = $1`,
      [manager.id],
    );
    expect(count).toEqual({ n: 1 });
    // After three working days of outage, in the evening: nothing that is stale.
    expect(cards(await clock.at("2026-09-14T15:00:00Z"))).toEqual([]);
  });

  test("a card that the relay or Telegram kept back for hours is not sent any more", async () => {
    const { world } = desk;
    const now = new Date("2026-09-09T05:30:00Z");
    desk.deps.now = () => now;
    await desk.happen({
      type: "digest.morning",
      entityType: "user",
      entityId: manager.id,
      actorId: null,
      payload: { day: "2026-09-09", at: "2026-09-09T03:30:00Z" },
    });
    await desk.relay();
    expect(await desk.sent()).toEqual([]);
    await clock.at("2026-09-09T05:30:00Z");
    const [row] = await world.db.read<{ until: string; priority: number }>(
      `select params->>'until' as until, priority from deliveries where chat_id = $1 and card_key like 'digest%'`,
      [manager.telegramId],
    );
    expect(row).toEqual({ until: "2026-09-09T07:00:00.000Z", priority: 3 });
  });

  test("nothing on days off: of the object for its people, of the office for a director, on weekends for who wished so", async () => {
    const { world } = desk;
    await world.db
      .sql`insert into notification_settings (user_id, days_off) values (${manager.id}, 'weekend')`;
    // Saturday: the object works, the office does not.
    const saturday = [
      ...(await clock.at("2026-09-12T04:15:00Z")),
      ...(await clock.at("2026-09-12T05:30:00Z")),
      ...(await clock.at("2026-09-12T06:00:00Z")),
    ];
    expect(of(cards(saturday), foreman)).toHaveLength(1);
    expect(of(cards(saturday), manager)).toEqual([]);
    expect(of(cards(saturday), director)).toEqual([]);
    // Sunday.
    const sunday = [...(await clock.at("2026-09-13T04:15:00Z")), ...(await clock.at("2026-09-13T06:00:00Z"))];
    expect(sunday).toEqual([]);
  });

  test("a manager of a paused object reads at the usual hour, and no lateness of it is told", async () => {
    const { world, object } = desk;
    await task({ assigneeId: manager.id, deadline: "2026-08-20" });
    await world.db
      .sql`update objects set status = 'on_hold', held_since = '2026-09-01' where id = ${object.id}`;
    expect(of(cards(await clock.at("2026-09-09T04:16:00Z")), manager)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T05:30:00Z")), manager)).toHaveLength(1);
    const [told] = of(cards(await clock.at("2026-09-09T06:00:00Z")), director);
    expect(told?.text ?? "").not.toContain("Неделю без движения");
  });

  test("who is away and has a deputy everywhere gets none, and their own time is kept", async () => {
    const { world } = desk;
    await world.db
      .sql`insert into delegations (principal_id, deputy_id, from_day, to_day, created_by, created_at)
      values (${foreman.id}, ${manager.id}, '2026-09-09', '2026-09-09', ${foreman.id}, ${world.now})`;
    await world.db.sql`insert into notification_settings (user_id, digest_at, own_digest_time)
      values (${manager.id}, '10:10', true)`;
    expect(of(cards(await clock.at("2026-09-09T04:15:00Z")), foreman)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T05:30:00Z")), manager)).toEqual([]);
    expect(of(cards(await clock.at("2026-09-09T07:10:00Z")), manager)).toHaveLength(1);
  });

  test("nothing to read, nothing sent", async () => {
    const { world } = desk;
    const idle = await world.createUser({ role: "pto", fullName: "Нина Тихая" });
    const sent = await clock.at("2026-09-09T04:15:00Z");
    expect(of(sent, idle)).toEqual([]);
    await world.db
      .sql`insert into notification_settings (user_id, morning_digest) values (${foreman.id}, false)`;
    expect(of(cards(await clock.at("2026-09-10T04:15:00Z")), foreman)).toEqual([]);
  });
});

describe("what", () => {
  test("a foreman reads the shift's plan, yesterday's missing facts, returned entries and tasks, with buttons", async () => {
    const { world, object } = desk;
    await lead("Юг");
    const entered = await enterFact.run(world.ctx(foreman), {
      objectId: object.id,
      floorVolumeId: object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "12",
    } as never);
    await decideFact.run(world.ctx(manager), {
      factId: entered.fact.id,
      move: "return",
      reason: "нет фото",
      version: entered.fact.version,
    } as never);
    await task({ deadline: "2026-09-09" });
    await task({ deadline: "2026-09-10", title: "Схема" });
    await task({ deadline: "2026-09-04", title: "Люльки" });
    await desk.relay();
    await desk.sent();
    const [card] = of(cards(await clock.at("2026-09-09T04:15:00Z")), foreman);
    expect(card?.text).toContain("<b>🌅 Ср, 9 сентября · СПК Блок Б</b>");
    expect(card?.text).toContain("<b>План</b>\nМодули  Юг 1 · 12, Юг 2 · 12");
    expect(card?.text).toContain("<b>Нет факта: вчера</b>\nМодули Юг 2 · план");
    expect(card?.text).not.toContain("Запад");
    expect(card?.text).toMatch(
      /<b>Возвращено, исправьте до смены<\/b>\nМодули · Юг 1, 12\sшт · вчера: нет фото/,
    );
    expect(card?.text).toContain("<b>Сегодня</b>\nИспытать &lt;b&gt;&amp;&quot; анкеры");
    expect(card?.text).toContain("<b>Завтра</b>\nСхема\n");
    expect(card?.text).toMatch(/<b>Просрочено<\/b>\nЛюльки · 4 раб\. дн\./);
    expect(card?.buttons.map(({ data }) => data).filter((data) => data !== "")).toEqual([
      `fd:enter:${object.id}:2026-09-08`,
      `sh:d:${object.id}:2026-09-08`,
      `sh:c:${object.id}:2026-09-08:f${foreman.id}`,
      `e1:fix:${entered.fact.id}`,
      "c:tasks",
    ]);
    expect(labels(card)).toContain("Задачи · 3");
  });

  test("tasks stand under the day of the morning, also where the day before is not over yet, and after days off by date", async () => {
    await desk.world.db.sql`update objects set day_cutoff = '07:30'`;
    await task({ deadline: "2026-09-11" });
    await task({ deadline: "2026-09-14", title: "Схема" });
    await task({ deadline: "2026-09-10", title: "Люльки" });
    await desk.relay();
    await desk.sent();
    const [card] = of(cards(await clock.at("2026-09-11T04:15:00Z")), foreman);
    expect(card?.text).toContain("<b>Сегодня</b>\nИспытать");
    expect(card?.text).toContain("<b>Пн, 14 сентября</b>\nСхема\n");
    expect(card?.text).toMatch(/<b>Просрочено<\/b>\nЛюльки · вчера/);
    expect(card?.text).not.toContain("Завтра");
  });

  test("an answered line is not missing: idle time of its crew, or a closed shift", async () => {
    const { world, object } = desk;
    await lead("Юг");
    await world.db
      .sql`insert into shift_closings (object_id, date, shift, foreman_id, closed_by, closed_at, silent)
      values (${object.id}, '2026-09-08', 'day', ${foreman.id}, ${foreman.id}, ${world.now}, '[]')`;
    const [card] = of(cards(await clock.at("2026-09-09T04:15:00Z")), foreman);
    expect(card?.text).not.toContain("Нет факта");
  });

  test("a РП reads the figures of the dashboard and what waits", async () => {
    const { world, object } = desk;
    await enterFact.run(world.ctx(foreman), {
      objectId: object.id,
      floorVolumeId: object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "12",
    } as never);
    await task({ deadline: "2026-09-04", title: "Люльки" });
    await desk.relay();
    await desk.sent();
    const now = new Date("2026-09-09T05:30:00Z");
    const [card] = of(cards(await clock.at(now.toISOString())), manager);
    const dashboard = await getObjectDashboard.run(world.ctx(manager, { now }), { objectId: object.id });
    expect(card?.text).toContain("<b>🌅 Ср, 9 сентября · СПК Блок Б</b>");
    expect(card?.text).toContain(`<b>${Math.round(Number(dashboard.progress.pct))}%</b>`);
    expect(card?.text).toContain("За вчера  модули 12");
    expect(card?.text).toContain(`Просрочено задач: ${dashboard.tasks?.overdue}`);
    expect(card?.text).toContain("Люльки, Белов · 4 раб. дн.");
    expect(card?.text).toContain("<b>Ждут вас</b>\nПодтвердить факт · 1");
    expect(card?.buttons.map(({ data }) => data)).toContain("ap:l:0");
  });

  test("of an object whose works have not begun the РП reads no empty block, its button stays", async () => {
    await desk.world.createTestObject({ passport: { name: "Школа", startDate: "2026-09-21" }, volumes: [] });
    const [card] = of(cards(await clock.at("2026-09-09T05:30:00Z")), manager);
    expect(card?.text).not.toContain("<b>Школа</b>");
    expect(labels(card)).toContain("Школа");
  });

  test("remarks past their day: the РП reads how many, the director those of a week", async () => {
    const { world, object } = desk;
    const put = (title: string, dueOn: string) =>
      insertDefect(world.ctx(manager), object, {
        title,
        dueOn,
        status: "in_work",
        reporterId: manager.id,
        responsibleId: foreman.id,
      });
    await put("Шов у оси Д", "2026-08-28");
    await put("Скол", "2026-09-04");
    const [managers] = of(cards(await clock.at("2026-09-09T05:30:00Z")), manager);
    expect(managers?.text).toContain("<b>Просрочено замечаний: 2</b>");
    const [card] = of(cards(await clock.at("2026-09-09T06:00:00Z")), director);
    expect(card?.text).toContain("<b>Неделю без движения</b>\nШов у оси Д, Белов · 10 раб. дн. · СПК Блок Б");
    expect(card?.text).not.toContain("Скол");
    expect(labels(card)).toContain("Шов у оси Д");
  });

  test("a director reads the health of objects and tasks a week late, with the overview's figures", async () => {
    const { world } = desk;
    await task({ deadline: "2026-08-28", title: "Подъёмник" });
    await task({ deadline: "2026-09-04", title: "Люльки" });
    const now = new Date("2026-09-09T06:00:00Z");
    const [card] = of(cards(await clock.at(now.toISOString())), director);
    const dashboard = await getDashboard.run(world.ctx(director, { now }), {});
    expect(card?.text).toContain(`<b>СПК Блок Б</b>  отстаёт`);
    expect(card?.text).toContain(`<b>${Math.round(Number(dashboard.objects[0]?.pct))}%</b>`);
    expect(card?.text).toContain("<b>Неделю без движения</b>\nПодъёмник, Белов · 10 раб. дн. · СПК Блок Б");
    expect(card?.text).not.toContain("Люльки");
  });

  test("categories in the digest are read in the morning card, also by who wants nothing else of it", async () => {
    const { world } = desk;
    await world.db
      .sql`insert into notification_settings (user_id, in_digest) values (${manager.id}, '{facts}')`;
    await enterFact.run(world.ctx(foreman), {
      objectId: desk.object.id,
      floorVolumeId: desk.object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "12",
    } as never);
    await desk.relay();
    // The card of the day is only edited in the chat.
    expect(of(await desk.sent(), manager).map(({ ring }) => ring)).toEqual(["edit"]);
    const [card] = of(cards(await clock.at("2026-09-09T05:30:00Z")), manager);
    expect(card?.text).toContain("<b>Новое · 1</b>\n📐 СПК Блок Б · вт, 8 сентября");
    expect(card?.buttons.map(({ data }) => data)).toContain("c:notifications");
    await world.db.sql`update notification_settings set morning_digest = false`;
    await world.db
      .sql`update notifications set updated_at = '2026-09-09T12:00:00Z' where type = 'fact.day_card'`;
    const [alone] = of(cards(await clock.at("2026-09-10T05:30:00Z")), manager);
    expect(alone?.text).toContain("Новое · 1");
    expect(alone?.text).not.toContain("при плане");
  });

  test("the card is in the reader's language, and shows nothing that rights no longer allow", async () => {
    const { world, object } = desk;
    await world.db.sql`update users set locale = 'en' where id = ${manager.id}`;
    const [card] = of(cards(await clock.at("2026-09-09T05:30:00Z")), manager);
    expect(card?.text).toContain("<b>🌅 Wed, 9 September · СПК Блок Б</b>");
    expect(card?.text).toContain("planned");
    await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${manager.id}`;
    expect(of(cards(await clock.at("2026-09-10T04:15:00Z")), manager)).toEqual([]);
  });
});
