import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { FOREMAN } from "../testing/chats.ts";

const ADMINS = 20;
vi.setConfig({ testTimeout: 60_000 });

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
});
afterEach(() => closeQuiet(bot));

const answered = () =>
  bot.telegram.calls
    .filter(({ method }) => method === "answerCallbackQuery")
    .map(({ params }) => String(params["callback_query_id"]));
const ledger = () =>
  bot.world.db.read("select trim_scale(quantity)::text as quantity from daily_plan_fact order by id", []);

async function fillIn(): Promise<{ save: string; messageId: number }> {
  await bot.world.createTestObject({ team: ["construction_itr"] });
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "12");
  const { keyboard, messageId } = bot.last(FOREMAN);
  return { save: keyboard[0]?.[0]?.callback_data ?? "", messageId };
}

test("«Записать» pressed twenty times at once creates one entry, and every press is answered", async () => {
  const { save, messageId } = await fillIn();
  const presses = Array.from({ length: 20 }, () => bot.callbackUpdate(FOREMAN, save, messageId));
  await Promise.all([
    bot.deliver(...presses.slice(0, 10)),
    bot.deliver(...presses.slice(10)),
    bot.deliver(...presses.slice(5, 15)),
  ]);
  await bot.settle();
  expect(await ledger()).toEqual([{ quantity: "12" }]);
  const ids = presses.map((press) => press.callback_query?.id);
  expect(
    answered()
      .filter((id) => ids.includes(id))
      .sort(),
  ).toEqual([...ids].sort());
});

test("twenty admins approve one newcomer at once: one succeeds, all are answered", async () => {
  const admins = await Promise.all(
    Array.from({ length: ADMINS }, () => bot.world.createUser({ role: "admin" })),
  );
  const newcomer = await bot.world.createUser({ role: null, status: "pending" });
  const roles = ["pto", "supply", "safety", "installer"];
  const presses = admins.map((admin, at) =>
    bot.callbackUpdate(Number(admin.telegramId), `u:g:${newcomer.id}:${roles[at % roles.length]}`, 900 + at),
  );
  await bot.deliver(...presses);
  const records = await bot.world.db.read<{ actor: number; role: string }>(
    `select actor_id as actor, after ->> 'role' as role from audit_log
     where entity_type = 'user' and entity_id = $1 and action = 'user.change_status'`,
    [newcomer.id],
  );
  expect(records).toHaveLength(1);
  expect(await bot.world.again(newcomer)).toMatchObject({ status: "active", role: records[0]?.role });
  expect(new Set(answered()).size).toBe(ADMINS);
});

test("regression 3: a user deactivated during a dialogue writes nothing more", async () => {
  const { save, messageId } = await fillIn();
  const before = await bot.world.traces();
  await bot.world.db.sql`update users set status = 'deactivated' where telegram_id = ${FOREMAN}`;
  await bot.pressData(FOREMAN, save, messageId);
  await bot.say(FOREMAN, "15");
  await bot.photo(FOREMAN, "late");
  await bot.say(FOREMAN, "/fact");
  expect(await ledger()).toEqual([]);
  expect(await bot.world.traces()).toEqual(before);
  expect(answered()).toHaveLength(2);
  expect(bot.last(FOREMAN).text).toContain("Доступ закрыт");
});
