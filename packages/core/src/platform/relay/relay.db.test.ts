import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attachPhotos, enterFact, undoFact } from "../../domains/facts/index.ts";
import { changeUserStatus, registerUser, updateMe } from "../../domains/people/index.ts";
import type { AnObject, World } from "../../testing/index.ts";
import { MOST_ATTEMPTS, relayNext } from "./relay-next.ts";
import { openRelayDesk, type RelayDesk } from "./testing/relay-desk.ts";

let desk: RelayDesk;
let world: World;
let object: AnObject;

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
  test("the first entry tells the РП, in his chat and in his notifications; nobody else", async () => {
    const manager = await world.as("project_manager");
    await enter("construction_itr");
    await desk.relay();
    const [row, ...others] = await desk.notifications();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      userId: manager.id,
      key: `fact.day_card:${object.id}:${TODAY}`,
      title: "📐 СПК Блок Б · вт, 8 сентября",
      deepLink: `o${object.id}_fact`,
      unread: true,
    });
    expect(row?.text).toContain("Модули  12");
    expect(row?.text).not.toContain("<");
    const [sent, ...more] = await desk.deliveries();
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ chat: manager.telegramId, card: row?.key, status: "queued", ring: "first" });
    expect(sent?.text).toContain("<b>📐 СПК Блок Б · вт, 8 сентября</b>");
  });

  test("further entries move the same card and make it unread again", async () => {
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

  test("his own entry reaches the РП without a sound and is not unread", async () => {
    await enter("project_manager");
    await desk.relay();
    expect((await desk.notifications())[0]?.unread).toBe(false);
    expect((await desk.deliveries())[0]?.ring).toBe("never");
  });

  test("an entry that was undone before anybody was told makes no card; a card that stands is emptied", async () => {
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

  test("the words are in the language of each person", async () => {
    const manager = await world.as("project_manager");
    await updateMe.run(world.ctx(manager), { locale: "en" });
    await enter("construction_itr", { quantity: "6", planReason: { code: "no_material" } });
    await desk.relay();
    expect((await desk.notifications())[0]?.text).toContain("Modules  6");
  });

  test("an event that concerns photos moves the count", async () => {
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
    expect(last?.keyboard).toContain(`https://sts.example/?startapp=o${object.id}_fact`);
  });
});

describe("people", () => {
  const newcomer = () =>
    registerUser.run(world.ctx(world.job("registration")), {
      telegramId: "3000001",
      fullName: "Вадим Ершов",
      phone: "+79990001122",
    });

  test("admins get the newcomer's card; after the decision it says who decided, and the person is told", async () => {
    const admin = await world.as("admin");
    const { id: userId } = await newcomer();
    await desk.relay();
    const [card] = await desk.deliveries();
    expect(card).toMatchObject({ chat: admin.telegramId, card: `user.registered:${userId}` });
    expect(card?.text).toContain("+7 999 ••• 11 22");
    const input = { userId, to: "active", role: "construction_itr", version: 1 } as const;
    await changeUserStatus.run(world.ctx(admin), input);
    await desk.relay();
    const sent = await desk.deliveries();
    expect(sent).toHaveLength(3);
    expect(sent[1]?.text).toContain("Решение: Тихонов");
    expect(sent[2]).toMatchObject({ chat: "3000001", card: null });
    expect(sent[2]?.text).toContain("Доступ открыт");
    const rows = await desk.notifications();
    expect(rows.map((row) => row.key)).toEqual([`user.registered:${userId}`, `user.access:${userId}`]);
    expect(rows.every((row) => /^n\d+$/.test(row.deepLink))).toBe(true);
  });

  test("a refused person hears why and whom to ask", async () => {
    const { id: userId } = await newcomer();
    const reason = "Нет такого сотрудника";
    await changeUserStatus.run(world.ctx(await world.as("admin")), {
      userId,
      to: "rejected",
      reason,
      version: 1,
    });
    await desk.relay();
    const toPerson = (await desk.deliveries()).filter((sent) => sent.chat === "3000001");
    expect(toPerson).toHaveLength(1);
    expect(toPerson[0]?.text).toContain(`Причина  ${reason}\nЕсли это ошибка: Тихонов`);
  });
});

describe("the queue of events", () => {
  test("many relays at once tell of each event once, in order", async () => {
    for (const floor of ["1", "2"]) {
      for (const facade of ["Юг", "Запад"]) {
        await enter("construction_itr", { floorVolumeId: object.cell(facade, floor, "МОД") });
      }
    }
    const waiting = async () =>
      (await world.db.read("select id from outbox where relayed_at is null", [])).length;
    while ((await waiting()) > 0)
      await Promise.all([relayNext(desk.deps), relayNext(desk.deps), relayNext(desk.deps)]);
    const sent = await desk.deliveries();
    expect(sent.map((one) => /Модули {2}<b>(\d+)/.exec(one.text)?.[1])).toHaveLength(4);
    expect(sent.at(-1)?.text).toContain("<b>48</b>");
    expect(new Set(sent.map((one) => one.status))).toEqual(new Set(["superseded", "queued"]));
  });

  test("an event that cannot be told is set aside after some tries and holds nobody up", async () => {
    await world.db.sql`
      insert into outbox (command_id, type, object_id, entity_type, entity_id, payload, created_at)
      values (gen_random_uuid(), 'fact.entered', ${object.id}, 'fact', 1, '{}', ${world.now})`;
    await enter("construction_itr");
    const kinds: string[] = [];
    for (let round = 0; round <= MOST_ATTEMPTS + 1; round += 1) kinds.push((await relayNext(desk.deps)).kind);
    expect(kinds).toEqual([...Array.from({ length: MOST_ATTEMPTS }, () => "failed"), "relayed", "idle"]);
    expect(desk.warnings).toHaveLength(MOST_ATTEMPTS);
    expect(desk.warnings.at(-1)).toContain("set aside");
    const parked = await world.db.read("select error from outbox where relayed_at is null", []);
    expect(parked).toEqual([{ error: "fact.entered names no day" }]);
    expect(await desk.deliveries()).toHaveLength(1);
  });

  test("an event told before a crash, but not marked, is not told twice", async () => {
    await enter("construction_itr");
    await desk.relay();
    await world.db.sql`update outbox set relayed_at = null where id = (select max(id) from outbox)`;
    await desk.relay();
    expect(await desk.deliveries()).toHaveLength(1);
  });
});
