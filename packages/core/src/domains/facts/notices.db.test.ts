import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type RelayDesk, openRelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { TestObject, World } from "../../testing/index.ts";
import { updateMe } from "../people/index.ts";
import {
  attachPhotos,
  decideFact,
  enterFact,
  findReturnedReminders,
  remindReturned,
  undoDecision,
  undoFact,
} from "./index.ts";

let desk: RelayDesk;
let world: World;
let object: TestObject;

const TODAY = "2026-09-08";

beforeEach(async () => {
  desk = await openRelayDesk({});
  ({ world, object } = desk);
});
afterEach(() => desk.close());

const enter = async (role: "construction_itr" | "project_manager", more: Record<string, unknown> = {}) =>
  enterFact.run(world.ctx(await world.as(role)), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: TODAY,
    quantity: "12",
    ...more,
  } as never);

describe("the day's card", () => {
  test("the first entry notifies the project manager in chat and notification centre, and nobody else", async () => {
    const manager = await world.as("project_manager");
    await enter("construction_itr");
    await desk.relay();
    const [row, ...others] = await desk.notifications();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      userId: manager.id,
      key: `fact.day_card:${object.id}:${TODAY}`,
      title: "📐 СПК Блок Б · вт, 8 сентября",
      deepLink: `o${object.id}_fact_20260908`,
      unread: true,
    });
    expect(row?.text).toContain("Модули  12");
    expect(row?.text).not.toContain("<");
    const [sent, ...more] = await desk.deliveries();
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ chat: manager.telegramId, card: row?.key, status: "queued", ring: "first" });
    expect(sent?.text).toContain("<b>📐 СПК Блок Б · вт, 8 сентября</b>");
  });

  test("further entries edit the same card and mark it unread again", async () => {
    await enter("construction_itr");
    await desk.relay();
    await world.db.sql`update notifications set read_at = ${world.now}`;
    await enter("construction_itr", { floorVolumeId: object.cell("Запад", "1", "МОД") });
    await desk.relay();
    const rows = await desk.notifications();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.unread).toBe(true);
    expect(rows[0]?.text).toContain("Модули  24");
    expect((await desk.deliveries()).map((sent) => sent.status)).toEqual(["superseded", "queued"]);
  });

  test("the manager's own entry updates their card silently and read", async () => {
    await enter("project_manager");
    await desk.relay();
    expect((await desk.notifications())[0]?.unread).toBe(false);
    expect((await desk.deliveries())[0]?.ring).toBe("never");
  });

  test("who decides in a list gets no card of the day; the card that a colleague has follows", async () => {
    await enter("construction_itr");
    await desk.relay();
    const manager = await world.as("project_manager");
    const [fact] = await world.db.read<{ id: number; version: number }>(
      "select id, version from daily_plan_fact",
      [],
    );
    const engineer = await world.as("pto");
    await decideFact.run(world.ctx(engineer), {
      factId: fact?.id ?? 0,
      version: fact?.version ?? 0,
      move: "confirm",
    } as never);
    await desk.relay();
    const sent = await desk.deliveries();
    expect(sent.filter(({ chat }) => chat === engineer.telegramId)).toEqual([]);
    expect(sent.at(-1)).toMatchObject({
      chat: manager.telegramId,
      card: `fact.day_card:${object.id}:${TODAY}`,
    });
    expect((await desk.notifications()).map(({ userId }) => userId)).toEqual([manager.id]);
  });

  test("what is taken back changes the card in the chat alone, and an old day makes no sound", async () => {
    const old = await enter("project_manager", { date: "2026-09-04" });
    await desk.relay();
    await enter("construction_itr", {
      date: "2026-09-04",
      floorVolumeId: object.cell("Запад", "1", "МОД"),
    });
    await desk.relay();
    const manager = world.ctx(await world.as("project_manager"));
    await undoFact.run(manager, { factId: old.fact.id });
    await desk.relay();
    expect((await desk.deliveries()).map(({ ring }) => ring)).toEqual(["never", "never", "never"]);
    await world.db.sql`delete from deliveries`;
    const { fact } = await enter("project_manager", { date: TODAY });
    await desk.relay();
    await world.db.sql`delete from deliveries`;
    await undoFact.run(manager, { factId: fact.id });
    await desk.relay();
    expect((await desk.deliveries()).map(({ ring }) => ring)).toEqual(["edit"]);
  });

  test("counts what waits for its reader: not the own entries, and nothing once the object is over", async () => {
    const buttons = async () => {
      await desk.relay();
      return (await desk.deliveries()).at(-1)?.buttons.map(({ text }) => text);
    };
    await enter("construction_itr");
    await enter("project_manager", { floorVolumeId: object.cell("Запад", "1", "МОД") });
    expect(await buttons(), "the entry is off its plan").toEqual(["Открыть"]);
    await world.db.sql`update daily_plan_fact set plan_qty = quantity`;
    await enter("project_manager", { floorVolumeId: object.cell("Запад", "2", "МОД") });
    expect(await buttons()).toEqual(["Открыть", "Подтвердить · 1"]);
    await world.db.sql`update objects set status = 'closed' where id = ${object.id}`;
    await desk.happen({
      type: "fact.photos_added",
      entityType: "fact",
      entityId: 1,
      actorId: null,
      payload: { date: TODAY },
    });
    expect(await buttons()).toEqual(["Открыть"]);
  });

  test("an entry undone before the relay ran makes no card; an existing card becomes empty", async () => {
    const foreman = world.ctx(await world.as("construction_itr"));
    const { fact } = await enter("construction_itr");
    await undoFact.run(foreman, { factId: fact.id });
    await desk.relay();
    expect(await desk.deliveries()).toEqual([]);

    const again = await enter("construction_itr");
    await desk.relay();
    await undoFact.run(foreman, { factId: again.fact.id });
    await desk.relay();
    expect((await desk.deliveries()).at(-1)?.text).toContain("Внесено  0");
  });

  test("the texts are in the language of each user", async () => {
    const manager = await world.as("project_manager");
    await updateMe.run(world.ctx(manager), { locale: "en" });
    await enter("construction_itr", { quantity: "6", planReason: { code: "no_material" } });
    await desk.relay();
    expect((await desk.notifications())[0]?.text).toContain("Modules  6");
  });

  test("an event about photos updates the count", async () => {
    const foreman = await world.as("construction_itr");
    const { fact } = await enter("construction_itr");
    const [file] = await world.db.sql<{ id: number }[]>`
      insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
      values (${object.id}, 'photo', 'upload', 'stored', 'a.jpg', 'k', ${foreman.id}, ${world.now}) returning id`;
    await attachPhotos.run(world.ctx(foreman), { factId: fact.id, fileIds: [file?.id ?? 0] });
    await desk.relay();
    const [last] = await world.db.read<{ keyboard: string }>(
      "select params->>'reply_markup' as keyboard from deliveries order by id desc limit 1",
      [],
    );
    expect(last?.keyboard).toContain("Фото · 1");
    expect(last?.keyboard).toContain(`https://sts.example/?startapp=o${object.id}_fact_20260908`);
  });
});

describe("a returned entry", () => {
  const back = async (factId: number, version: number) =>
    decideFact.run(world.ctx(await world.as("project_manager")), {
      factId,
      version,
      move: "return",
      reason: "шов <не> заполнен",
    });

  test("rings its author with the reason, in the chat and in the notification centre", async () => {
    const foreman = await world.as("construction_itr");
    const { fact } = await enter("construction_itr");
    await back(fact.id, fact.version);
    await desk.relay();
    const [row] = (await desk.notifications()).filter(({ userId }) => userId === foreman.id);
    expect(row).toMatchObject({
      key: `fact:${fact.id}`,
      type: "fact.returned",
      category: "facts",
      priority: "high",
      title: "📐 Вернули: Модули, 12\u00a0шт",
      deepLink: `o${object.id}_fact_20260908`,
      unread: true,
    });
    const [card, ...others] = (await desk.sent()).filter(({ chat }) => chat === foreman.telegramId);
    expect(others).toEqual([]);
    expect(card).toMatchObject({ card: `fact:${fact.id}`, ring: "always" });
    expect(card?.text.split("\n").slice(2)).toEqual([
      "Дёмин: шов &lt;не&gt; заполнен",
      "Объект  СПК Блок Б",
      "Место  Юг, 1 этаж",
      "День  8 сентября",
      "В сумме, пока не исправлено",
    ]);
    expect(card?.buttons).toEqual([{ text: "Исправить", data: `e1:fix:${fact.id}` }]);
  });

  test("whose return is undone says so on the same card, without «Исправить»", async () => {
    const foreman = await world.as("construction_itr");
    const { fact } = await enter("construction_itr");
    await back(fact.id, fact.version);
    await desk.relay();
    await undoDecision.run(world.ctx(await world.as("project_manager")), { factId: fact.id });
    await desk.relay();
    const cards = (await desk.deliveries()).filter(({ chat }) => chat === foreman.telegramId);
    const last = cards.at(-1);
    expect(last).toMatchObject({ card: `fact:${fact.id}`, buttons: [] });
    expect(last?.text).toContain("Возврат отменён: Модули, 12\u00a0шт");
    expect(last?.text).not.toContain("Вернули");
    expect((await desk.notifications()).find(({ userId }) => userId === foreman.id)?.title).toContain(
      "Возврат отменён",
    );
  });

  test("that was taken back before the relay ran is no news", async () => {
    const foreman = await world.as("construction_itr");
    const { fact } = await enter("construction_itr");
    await back(fact.id, fact.version);
    await undoFact.run(world.ctx(foreman), { factId: fact.id });
    await desk.relay();
    expect((await desk.notifications()).map(({ userId }) => userId)).not.toContain(foreman.id);
  });
});

describe("returned entries", () => {
  const remind = async () => {
    const ctx = world.ctx(world.job("returned-reminders", "settings.manage"));
    const due = await findReturnedReminders(world.db, ctx.now);
    for (const { objectId, userId } of due) await remindReturned.run(ctx, { objectId, userId });
    await desk.relay();
    return due.length;
  };
  const shiftIn = (minutes: number) => world.db.sql`
    update objects set shift_start = ((${world.now}::timestamptz at time zone time_zone)
      + ${minutes} * interval '1 minute')::time where id = ${object.id}`;

  test("45 minutes before the shift an author without a morning card gets one message with all of them, once", async () => {
    const foreman = await world.as("construction_itr");
    const manager = world.ctx(await world.as("project_manager"));
    const cells = [object.cell("Юг", "1", "МОД"), object.cell("Запад", "1", "МОД")];
    for (const floorVolumeId of cells) {
      const { fact } = await enter("construction_itr", { floorVolumeId });
      await decideFact.run(manager, { factId: fact.id, move: "return", version: 1, reason: "нет фото узла" });
    }
    await desk.relay();
    await desk.sent();
    await shiftIn(60);
    expect(await remind()).toBe(0);
    await shiftIn(40);
    // Who has a morning card reads it there.
    expect(await remind()).toBe(0);
    await world.db
      .sql`insert into notification_settings (user_id, morning_digest) values (${foreman.id}, false)`;
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    const sent = await desk.sent();
    expect(sent).toMatchObject([{ chat: foreman.telegramId }]);
    expect(sent[0]?.text).toContain("СПК Блок Б: вернули 2");
    expect(sent[0]?.text).toContain("нет фото узла");
  });
});
