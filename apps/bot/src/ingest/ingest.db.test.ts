import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BotWorld, createBotWorld } from "../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../testing/chats.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject({ team: ["construction_itr", "project_manager"] });
});
afterEach(() => bot.close());

const updates = () =>
  bot.world.db.read<{ id: string; attempts: number; error: string | null; done: boolean }>(
    `select update_id::text as id, attempts, error, done_at is not null as done from bot_updates order by update_id`,
    [],
  );
const facts = () => bot.world.db.read<{ id: number }>("select id from daily_plan_fact", []);

test("an update delivered twice is processed once", async () => {
  const update = bot.messageUpdate(FOREMAN, { text: "/help" });
  await bot.deliver(update, update);
  await bot.deliver(update);
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(1);
  expect(await updates()).toMatchObject([{ attempts: 1, done: true, error: null }]);
});

test("updates of a chat are processed in order, even when delivered out of order", async () => {
  const first = bot.messageUpdate(FOREMAN, { text: "/fact" });
  const second = bot.messageUpdate(FOREMAN, { text: "/cancel" });
  await bot.deliver(second, first);
  expect(bot.last(FOREMAN).text).toBe("Прервано. Ничего не записано.");
});

test("a failing handler is retried a few times, then the user gets an error code, and other chats go on", async () => {
  const broken = new Error("the form broke");
  const read = vi.spyOn(bot.world.db, "read").mockImplementation((async (
    text: string,
    params: readonly unknown[],
  ) => {
    if (text.includes("floor_volumes")) throw broken;
    return bot.world.db.sql.unsafe(text, params as never[], { prepare: true });
  }) as never);
  const failing = bot.messageUpdate(FOREMAN, { text: "/fact" });
  await bot.deliver(failing, bot.messageUpdate(MANAGER, { text: "/help" }));
  read.mockRestore();
  expect(bot.last(MANAGER).text).toContain("Что здесь можно");
  expect(bot.last(FOREMAN).text).toBe(
    `<b>⚠️ Не получилось</b>\n────────────────\nНичего не записано. Код ${failing.update_id.toString(36)}. Повторите или напишите @stsphera_help.`,
  );
  expect((await updates())[0]).toMatchObject({
    attempts: 3,
    done: true,
    error: expect.stringContaining("Error"),
  });
  expect(bot.warnings).toHaveLength(3);
  await bot.press(FOREMAN, "Повторить");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт");
});

test("after a crash behind saving the entry, the repeated update gives the same answer", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "10");
  await bot.photo(FOREMAN, "p1");
  // By its owner's rights: turns have those of the services, which may not use the sequence.
  await bot.world.db.sql.unsafe(`
    create sequence crashes;
    create function crash_once() returns trigger language plpgsql security definer as $$
    begin
      if nextval('crashes') = 1 then raise exception 'the process died'; end if;
      return new;
    end $$;
    create trigger crash before update of done_at on bot_updates for each row
      when (new.done_at is not null) execute function crash_once();`);
  await bot.press(FOREMAN, "Записать");
  expect(await facts()).toHaveLength(1);
  const [photos] = await bot.world.db.read<{ n: number }>("select count(*)::int as n from files", []);
  expect(photos?.n).toBe(1);
  expect(bot.warnings).toHaveLength(1);
  expect(bot.telegram.messages(FOREMAN)[0]?.text).toContain("✅ Записано");
});

test("replies wait while Telegram is away, and nothing is lost", async () => {
  bot.telegram.goDown();
  const update = bot.messageUpdate(FOREMAN, { text: "/help" });
  const given = bot.deliver(update);
  await vi.waitFor(async () => expect(await updates()).toMatchObject([{ done: true }]));
  expect(bot.telegram.messages(FOREMAN)).toHaveLength(0);
  bot.telegram.comeBack();
  await given;
  expect(bot.last(FOREMAN).text).toContain("Что здесь можно");
});

test("an expired lease of a dead process is taken over", async () => {
  const { sql } = bot.world.db;
  await sql`insert into chat_queues (chat_id, owner, lease_until)
    values (${FOREMAN}, 'dead', clock_timestamp() - interval '1 second')`;
  await bot.say(FOREMAN, "/help");
  expect(bot.last(FOREMAN).text).toContain("Что здесь можно");
});

test("a dialogue of an incompatible version starts over", async () => {
  await bot.say(FOREMAN, "/fact");
  await bot.world.db.sql`update bot_dialogues set state = '{"dialogue": 5}'`;
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт");
  expect(bot.warnings).toHaveLength(1);
});

test("a title with < & and quotes breaks no message (regression 20)", async () => {
  await bot.world.db.sql`update objects set name = '<b>Блок & "Б"'`;
  await bot.say(FOREMAN, "/fact");
  expect(bot.last(FOREMAN).text).toContain("📐 Факт · &lt;b&gt;Блок &amp; &quot;Б&quot;");
});
