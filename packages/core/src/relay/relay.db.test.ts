import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attachPhotos, enterFact, undoFact } from "../facts/index.ts";
import { changeUserStatus, registerUser, updateMe } from "../people/index.ts";
import { type AnObject, openWorld, type World } from "../testing/index.ts";
import { MOST_ATTEMPTS, relayNext } from "./relay-next.ts";

let world: World;
let object: AnObject;
let warnings: string[];

const TODAY = "2026-09-08";

beforeEach(async () => {
  world = await openWorld();
  object = await world.anObject();
  await world.db.sql`update outbox set relayed_at = created_at`;
  warnings = [];
});
afterEach(() => world.close());

const deps = () => ({
  db: world.db,
  now: () => world.now,
  publicUrl: "https://sts.example",
  warn: (message: string) => warnings.push(message),
});
const relayAll = async () => {
  while ((await relayNext(deps())).kind === "relayed");
};
const enter = async (role: "construction_itr" | "project_manager", more: Record<string, unknown> = {}) =>
  enterFact.run(world.ctx(await world.as(role)), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: TODAY,
    quantity: "12",
    ...more,
  } as never);

type Sent = { chat: string; card: string | null; status: string; text: string; ring: string | null };
const deliveries = () =>
  world.db.read<Sent>(
    `select chat_id::text as chat, card_key as card, status, params->>'text' as text, params->>'ring' as ring
     from deliveries order by id`,
    [],
  );
type Row = { userId: number; key: string; title: string; text: string; deepLink: string; unread: boolean };
const notifications = () =>
  world.db.read<Row>(
    `select user_id as "userId", key, title, text, deep_link as "deepLink", read_at is null as unread
     from notifications order by id`,
    [],
  );

describe("the day's card", () => {
  test("the first entry tells the РП, in his chat and in his notifications; nobody else", async () => {
    const manager = await world.as("project_manager");
    await enter("construction_itr");
    await relayAll();
    const [row, ...others] = await notifications();
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
    const [sent, ...more] = await deliveries();
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ chat: manager.telegramId, card: row?.key, status: "queued", ring: "first" });
    expect(sent?.text).toContain("<b>📐 СПК Блок Б · вт, 8 сентября</b>");
  });

  test("further entries move the same card and make it unread again", async () => {
    await enter("construction_itr");
    await relayAll();
    await world.db.sql`update notifications set read_at = ${world.now}`;
    await enter("construction_itr", { floorVolumeId: object.cell("Запад", "1", "МОД") });
    await relayAll();
    const rows = await notifications();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.unread).toBe(true);
    expect(rows[0]?.text).toContain("Модули  24");
    expect((await deliveries()).map((sent) => sent.status)).toEqual(["superseded", "queued"]);
  });

  test("his own entry reaches the РП without a sound and is not unread", async () => {
    await enter("project_manager");
    await relayAll();
    expect((await notifications())[0]?.unread).toBe(false);
    expect((await deliveries())[0]?.ring).toBe("never");
  });

  test("an entry that was undone before anybody was told makes no card; a card that stands is emptied", async () => {
    const foreman = world.ctx(await world.as("construction_itr"));
    const { fact } = await enter("construction_itr");
    await undoFact.run(foreman, { factId: fact.id });
    await relayAll();
    expect(await deliveries()).toEqual([]);

    const again = await enter("construction_itr");
    await relayAll();
    await undoFact.run(foreman, { factId: again.fact.id });
    await relayAll();
    expect((await deliveries()).at(-1)?.text).toContain("Внесено  0");
  });

  test("the words are in the language of each person", async () => {
    const manager = await world.as("project_manager");
    await updateMe.run(world.ctx(manager), { locale: "en" });
    await enter("construction_itr", { quantity: "6", planReason: { code: "no_material" } });
    await relayAll();
    expect((await notifications())[0]?.text).toContain("Modules  6");
  });

  test("an event that concerns photos moves the count", async () => {
    const foreman = await world.as("construction_itr");
    const { fact } = await enter("construction_itr");
    const [file] = await world.db.sql<{ id: number }[]>`
      insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
      values (${object.id}, 'photo', 'upload', 'stored', 'a.jpg', 'k', ${foreman.id}, ${world.now}) returning id`;
    await attachPhotos.run(world.ctx(foreman), { factId: fact.id, fileIds: [file?.id ?? 0] });
    await relayAll();
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
    await relayAll();
    const [card] = await deliveries();
    expect(card).toMatchObject({ chat: admin.telegramId, card: `user.registered:${userId}` });
    expect(card?.text).toContain("+7 999 ••• 11 22");
    const input = { userId, to: "active", role: "construction_itr", version: 1 } as const;
    await changeUserStatus.run(world.ctx(admin), input);
    await relayAll();
    const sent = await deliveries();
    expect(sent).toHaveLength(3);
    expect(sent[1]?.text).toContain("Решение: Тихонов");
    expect(sent[2]).toMatchObject({ chat: "3000001", card: null });
    expect(sent[2]?.text).toContain("Доступ открыт");
    const rows = await notifications();
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
    await relayAll();
    const toPerson = (await deliveries()).filter((sent) => sent.chat === "3000001");
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
      await Promise.all([relayNext(deps()), relayNext(deps()), relayNext(deps())]);
    const sent = await deliveries();
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
    for (let round = 0; round <= MOST_ATTEMPTS + 1; round += 1) kinds.push((await relayNext(deps())).kind);
    expect(kinds).toEqual([...Array.from({ length: MOST_ATTEMPTS }, () => "failed"), "relayed", "idle"]);
    expect(warnings).toHaveLength(MOST_ATTEMPTS);
    expect(warnings.at(-1)).toContain("set aside");
    const parked = await world.db.read("select error from outbox where relayed_at is null", []);
    expect(parked).toEqual([{ error: "fact.entered names no day" }]);
    expect(await deliveries()).toHaveLength(1);
  });

  test("an event told before a crash, but not marked, is not told twice", async () => {
    await enter("construction_itr");
    await relayAll();
    await world.db.sql`update outbox set relayed_at = null where id = (select max(id) from outbox)`;
    await relayAll();
    expect(await deliveries()).toHaveLength(1);
  });
});
