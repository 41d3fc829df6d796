import { enterFact } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BotWorld, createBotWorld } from "../testing/bot-world.ts";
import { ADMIN, FOREMAN } from "../testing/chats.ts";
import { createTestTask, openTask } from "../testing/task-steps.ts";
import { FORGED_KINDS, forgePresses, type Targets } from "../testing/forged-presses.ts";

/** A few hundred by default; `pnpm reliability:callbacks` sets 2,000. */
const CRAFTED = Number(process.env["CRAFTED_CALLBACKS"] ?? 480);
const SEED = 20_260_908;
const NOBODY = 7_000_001;
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

let bot: BotWorld;
let object: TestObject;
let targets: Targets;
let ownFactId: number;
let attackers: readonly { name: string; telegramId: number }[];

type Memory = { userId: string; state: unknown };
const dialoguesBut = (telegramId: number) =>
  bot.world.db.read<Memory>(
    `select user_id::text as "userId", state from bot_dialogues where user_id <> $1::bigint order by user_id`,
    [telegramId],
  );
const effects = () =>
  bot.world.db.read(
    `select (select count(*)::int from daily_plan_fact) as entries, (select count(*)::int from audit_log) as audit,
       (select count(*)::int from outbox) as outbox, (select count(*)::int from files) as files,
       (select md5(string_agg(u::text, '|' order by id)) from users u) as users,
       (select md5(string_agg(t::text, '|' order by id)) from tasks t) as tasks,
       (select count(*)::int from entity_moves) as moves, (select count(*)::int from task_comments) as comments,
       (select count(*)::int from objects) as objects, (select count(*)::int from invitations) as links,
       (select md5(string_agg(r::text, '|' order by object_id, user_id, role)) from object_roles r) as roles`,
    [],
  );
const answersTo = (ids: ReadonlySet<string>): string[] =>
  bot.telegram.calls
    .filter(({ method }) => method === "answerCallbackQuery")
    .map(({ params }) => String(params["callback_query_id"]))
    .filter((id) => ids.has(id));

/** Presses each forged data in the attacker's own chat, and sometimes on a message of another chat. */
async function pressAll(
  telegramId: number,
  list: readonly string[],
  victims: readonly number[],
): Promise<void> {
  const updates = list.map((data, at) => {
    const victim = victims[at % (victims.length * 2)];
    return bot.callbackUpdate(telegramId, data, 1000 + (at % 60), victim ?? telegramId);
  });
  await bot.deliver(...updates);
  const ids = new Set(updates.map((update) => update.callback_query?.id ?? ""));
  const answers = answersTo(ids);
  expect(new Set(answers).size).toBe(list.length);
  expect(answers).toHaveLength(list.length);
}

const idOf = (actor: UserActor) => Number(actor.telegramId);
const buttonsOf = (chatId: number): string[] =>
  bot.telegram
    .messages(chatId)
    .flatMap(({ keyboard }) => keyboard.flat().flatMap(({ callback_data: data }) => data ?? []));

/**
 * A half-filled dialogue, a saved entry and photos of the foreman, a newcomer shown to the admin, and a failed press.
 */
async function prepareVictims(): Promise<Targets> {
  const { world } = bot;
  const pending = await world.createUser({ role: null, status: "pending" });
  const elsewhere = await world.createTestObject({ team: ["safety"], passport: { name: "НВФ Школа" } });
  const manager = await world.as("project_manager");
  const entered = await enterFact.run(world.ctx(manager), {
    objectId: elsewhere.id,
    floorVolumeId: elsewhere.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "5",
  });
  await world.db.sql`delete from object_roles where object_id = ${elsewhere.id} and user_id = ${manager.id}`;
  await bot.say(ADMIN, "/menu");
  await bot.say(FOREMAN, "/menu");
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 1 ");
  await bot.say(FOREMAN, "7");
  const old = buttonsOf(FOREMAN);
  await bot.press(FOREMAN, "Записать");
  await bot.photo(FOREMAN, "orphan");
  const taskIds = [
    await createTestTask(bot, object.id),
    await createTestTask(bot, object.id, { title: "Вторая" }),
  ];
  await openTask(bot, FOREMAN, "Вторая");
  await bot.press(FOREMAN, "Беру в работу");
  await bot.press(FOREMAN, "Сдать");
  const asked = buttonsOf(FOREMAN);
  await bot.say(FOREMAN, "/newtask");
  await bot.say(FOREMAN, "Проверить люльки");
  await bot.say(ADMIN, "/admin");
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, "Модули · Юг 2 ");
  await bot.say(FOREMAN, "9");
  const failed = bot.callbackUpdate(FOREMAN, buttonsOf(FOREMAN).at(-1) ?? "", 1);
  const [own] = await world.db.read<{ id: number }>("select id from daily_plan_fact where object_id = $1", [
    object.id,
  ]);
  ownFactId = own?.id ?? 0;
  await world.db.sql`
    insert into bot_updates (update_id, chat_id, payload, received_at, done_at, error)
    values (1, ${FOREMAN}, ${JSON.stringify(failed)}::text::jsonb, ${world.now}, ${world.now}, 'Error (x)')`;
  const dialogueOf = (data: string) => /^[dp]1:(\w+):/.exec(data)?.[1] ?? [];
  return {
    seen: [...new Set([...old, ...asked, ...buttonsOf(FOREMAN), ...buttonsOf(ADMIN)])],
    oldDialogues: [...new Set([...old, ...asked].flatMap(dialogueOf))],
    factIds: [ownFactId, entered.fact.id, 999_999],
    userIds: [pending.id, manager.id, 1, 999_999],
    objectIds: [object.id, elsewhere.id, 999_999],
    taskIds: [...taskIds, 999_999],
    failedUpdateId: 1,
  };
}

beforeAll(async () => {
  bot = await createBotWorld();
  const { world } = bot;
  object = await world.createTestObject();
  targets = await prepareVictims();
  const member = await world.createUser({ fullName: "Пётр Второй" });
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${member.id}, 'construction_itr', ${world.now})`;
  const people = {
    "another foreman": member,
    "the manager of the object": await world.as("project_manager"),
    "an installer": await world.as("installer"),
    "a supplier": await world.as("supply"),
    "an observer": await world.as("viewer"),
    "a director": await world.as("director"),
    "a stranger": await world.createUser({ role: "project_manager" }),
    "a newcomer": await world.createUser({ role: null, status: "pending" }),
    "a deactivated person": await world.createUser({ status: "deactivated" }),
    "a rejected person": await world.createUser({ role: null, status: "rejected" }),
  };
  attackers = [
    ...Object.entries(people).map(([name, actor]) => ({ name, telegramId: idOf(actor) })),
    { name: "somebody unknown", telegramId: NOBODY },
  ];
});
afterAll(() => bot.close());

test(`regression 7: ${CRAFTED} forged presses by other users have no effect, and each is answered`, async () => {
  const crafted = forgePresses(targets, CRAFTED, SEED);
  const share = Math.ceil(CRAFTED / attackers.length);
  const before = await effects();
  let pressed = 0;
  for (const [at, { name, telegramId }] of attackers.entries()) {
    const mine = crafted.slice(at * share, (at + 1) * share);
    const others = await dialoguesBut(telegramId);
    await pressAll(telegramId, mine, [FOREMAN, ADMIN]);
    expect({ name, effects: await effects() }).toEqual({ name, effects: before });
    expect({ name, dialogues: await dialoguesBut(telegramId) }).toEqual({ name, dialogues: others });
    pressed += mine.length;
  }
  expect(pressed).toBe(CRAFTED);
  expect(share).toBeGreaterThan(FORGED_KINDS.length * 2);
});

test("regression 7: nor do the user's own presses of ended dialogues and of entries of others", async () => {
  const { world } = bot;
  const foreign = targets.factIds.filter((id) => id !== ownFactId);
  const list = [
    ...targets.oldDialogues.flatMap((id) =>
      [
        "d1:send",
        "d1:pick:more",
        "d1:pick:instead",
        "d1:rest",
        "d1:go:notes",
        "d1:pick:other",
        "f1:save",
      ].map((action) => action.replace(":", `:${id}:`)),
    ),
    ...foreign.flatMap((id) =>
      ["undo", "restore", "because:no_material"].map((what) => {
        const [action, argument] = what.split(":");
        return ["e1", action, id, ...(argument === undefined ? [] : [argument])].join(":");
      }),
    ),
    // The attacker's own entry is in force, so there is nothing to restore.
    `e1:restore:${ownFactId}`,
    ...targets.userIds.flatMap((id) => [`u:g:${id}:admin`, `ur:${id}:wrong_bot`]),
  ];
  const before = await effects();
  const [mine] = await world.db.read("select state from bot_dialogues where user_id = $1::bigint", [FOREMAN]);
  await pressAll(FOREMAN, list, [ADMIN]);
  expect(await effects()).toEqual(before);
  expect(
    await world.db.read("select state from bot_dialogues where user_id = $1::bigint", [FOREMAN]),
  ).toEqual([mine]);
});

test("no handler failed", () => {
  expect(bot.warnings).toEqual([]);
});
