import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeliverer } from "../deliveries/index.ts";
import { fakeTelegram } from "../deliveries/testing/fake-telegram.ts";
import { createChatHooks, linkChat, muteChat, unlinkChat } from "../../domains/chats/index.ts";
import { createTask } from "../../domains/tasks/index.ts";
import { TelegramError } from "@stsphera/telegram";
import { createRedraw } from "./create-redraw.ts";
import { openRelayDesk, type RelayDesk } from "./testing/relay-desk.ts";

const CHAT = "-1001000000001";
let desk: RelayDesk;
let linkId: number;

const place = (more: object = {}) => ({
  chatId: CHAT,
  threadId: null,
  title: "Площадка",
  topic: null,
  ...more,
});

beforeEach(async () => {
  desk = await openRelayDesk();
  Object.assign(desk.deps, { groupAppUrl: () => "https://t.me/stsphera_bot/app" });
  const { world, object } = desk;
  const manager = world.ctx(await world.as("project_manager"));
  ({ id: linkId } = await linkChat.run(manager, { objectId: object.id, place: place() }));
  await desk.relay();
  await desk.sent();
});
afterEach(() => desk.close());

async function assign(title: string): Promise<number> {
  const { world, object } = desk;
  const foreman = await world.as("construction_itr");
  const task = await createTask.run(world.ctx(await world.as("project_manager")), {
    objectId: object.id,
    title,
    assigneeId: foreman.id,
  } as never);
  return (task as { id: number }).id;
}
async function copies() {
  await desk.relay();
  return (await desk.sent()).filter(({ chat }) => chat === CHAT);
}

const clock = (hours: number) => new Date(`2026-09-08T${String(hours).padStart(2, "0")}:30:00.000Z`);
function deliverer(at: () => Date = () => desk.world.now) {
  const { db } = desk.world;
  const telegram = fakeTelegram();
  const warn = (message: string, error: unknown) => void desk.warnings.push(`${message}: ${String(error)}`);
  const deps = { db, api: telegram.api, now: at, publicUrl: "https://sts.example", warn };
  return {
    telegram,
    drain: () =>
      createDeliverer({
        ...deps,
        chats: createChatHooks(deps),
        redraw: createRedraw({ ...desk.deps, now: at }),
      }).drainChat(CHAT),
  };
}
const toChat = ({ calls }: { calls: { method: string; params: Readonly<Record<string, unknown>> }[] }) =>
  calls.map(({ params }) => [params["chat_id"], params["message_thread_id"] ?? null]);

test("a task is told without phones and money, silently, with a link that works in groups (regression 21)", async () => {
  const id = await assign('Позвонить +7 916 123-45-67, доплата 5 000 ₽ <b>&"');
  await desk.relay();
  const [row] = await desk.world.db.sql<{ params: Record<string, unknown> }[]>`
    select params from deliveries where chat_id = ${CHAT} and status = 'queued'`;
  expect(row?.params).toMatchObject({ disable_notification: true });
  expect(row?.params["text"]).toMatch(/^<b>📌 Позвонить …, доплата … &lt;b&gt;&amp;&quot;<\/b> · /);
  expect(row?.params["reply_markup"]).toEqual({
    inline_keyboard: [[{ text: "Открыть", url: `https://t.me/stsphera_bot/app?startapp=t${id}` }]],
  });
  expect(JSON.stringify(row)).not.toMatch(/web_app|callback_data/);
});

test("more than three things in ten minutes are one message, which is edited", async () => {
  for (let at = 1; at <= 7; at += 1) await assign(`Задача ${at}`);
  const told = await copies();
  const kept = told.filter(({ status }) => status !== "superseded");
  expect(kept.map(({ card }) => card?.split(":")[0])).toEqual(["copy", "copy", "copy", "copies"]);
  expect(kept[3]?.text).toContain("<b>📌 Новых задач: 4</b>");
  for (const at of [4, 5, 6, 7]) expect(kept[3]?.text).toContain(`📌 Задача ${at}`);
  await assign("Задача 8");
  const [next] = await copies();
  expect(next?.card).toBe(kept[3]?.card);
  expect(next?.text).toContain("Новых задач: 5");
});

test("a muted category is not told, nor anything to a chat that was unlinked or of a closed object", async () => {
  const { world, object } = desk;
  const manager = world.ctx(await world.as("project_manager"));
  await muteChat.run(manager, { linkId, version: 1, muted: ["tasks"] });
  await assign("Тихая задача");
  expect(await copies()).toEqual([]);
  await muteChat.run(manager, { linkId, version: 2, muted: [] });
  await assign("Ждёт отправки");
  await desk.relay();
  await unlinkChat.run(manager, { linkId, version: 3 });
  const { telegram, drain } = deliverer();
  await drain();
  expect(telegram.calls).toEqual([]);
  await linkChat.run(manager, { objectId: object.id, place: place() });
  await assign("Объект закрыт");
  await desk.relay();
  await world.db.sql`update objects set status = 'closed' where id = ${object.id}`;
  await drain();
  expect(telegram.calls).toEqual([]);
});

test("at night a copy waits for seven o'clock by the object's time", async () => {
  await assign("Ночная задача");
  await desk.relay();
  const night = deliverer(() => clock(20));
  await night.drain();
  expect(night.telegram.calls).toEqual([]);
  const [held] = await desk.world.db.sql<{ at: Date }[]>`
    select not_before as at from deliveries where chat_id = ${CHAT} and status = 'queued'`;
  expect(new Date(held?.at ?? 0).toISOString()).toBe("2026-09-09T04:00:00.000Z");
});

test("in the morning a copy tells of the thing as it is then, and nothing of what was settled at night", async () => {
  const { world } = desk;
  const [renamed, passed] = [await assign("Шов 1"), await assign("Шов 2")];
  await desk.relay();
  const other = await world.as("pto");
  await world.db.sql`update tasks set title = 'Шов 7' where id = ${renamed}`;
  await world.db.sql`update tasks set assignee_id = ${other.id} where id = ${passed}`;
  const morning = new Date("2026-09-09T05:00:00Z");
  const { telegram, drain } = deliverer(() => morning);
  await drain();
  expect(telegram.calls.map(({ params }) => /Шов \d/.exec(String(params["text"]))?.[0])).toEqual(["Шов 7"]);
  expect(JSON.stringify(telegram.calls[0]?.params["reply_markup"])).toContain(`startapp=t${renamed}`);
});

test("a bot that was removed ends the link, tells the managers once and sends nothing more", async () => {
  await assign("Первая");
  await assign("Вторая");
  await desk.relay();
  const { telegram, drain } = deliverer();
  telegram.next(
    new TelegramError({ method: "sendMessage", code: 403, description: "Forbidden: bot was kicked" }),
  );
  await drain();
  expect(telegram.calls).toHaveLength(1);
  await drain();
  expect(telegram.calls).toHaveLength(1);
  await desk.relay();
  const lost = (await desk.sent()).filter(({ text }) => text?.includes("Бота больше нет в чате «Площадка»"));
  expect(lost).toHaveLength(1);
});

test("a reply that waits while the group becomes a supergroup is sent there, and the link goes with it (case 12)", async () => {
  await assign("Переезд");
  await desk.relay();
  const { telegram, drain } = deliverer();
  const moved = { method: "sendMessage", code: 400, description: "Bad Request: group chat was upgraded" };
  telegram.next(new TelegramError({ ...moved, migrateToChatId: -1_002_000_000_777 }));
  await drain();
  const { db } = desk.world;
  await createDeliverer({
    db,
    api: telegram.api,
    now: () => desk.world.now,
    publicUrl: "https://sts.example",
    warn: () => undefined,
  }).drainChat("-1002000000777");
  expect(toChat(telegram).map(([chat]) => chat)).toEqual([Number(CHAT), -1_002_000_000_777]);
  const [chat] = await db.sql`select chat_id::text as id from object_chats where id = ${linkId}`;
  expect(chat).toEqual({ id: "-1002000000777" });
});

test("a deleted topic: the message goes to the general one, and so does what follows", async () => {
  const { world, object } = desk;
  const manager = world.ctx(await world.as("project_manager"));
  await unlinkChat.run(manager, { linkId, version: 1 });
  await linkChat.run(manager, { objectId: object.id, place: place({ threadId: 12, topic: "Смены" }) });
  await assign("В тему");
  await desk.relay();
  const { telegram, drain } = deliverer();
  const gone = { method: "sendMessage", code: 400, description: "Bad Request: message thread not found" };
  telegram.next(new TelegramError(gone));
  await drain();
  expect(toChat(telegram)).toEqual([
    [Number(CHAT), 12],
    [Number(CHAT), null],
  ]);
  await desk.relay();
  const told = (await desk.sent()).filter(({ text }) => text?.includes("Тема «Смены» удалена"));
  expect(told).toHaveLength(1);
});
