import { createInvitation } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";
import { ADMIN, MANAGER, NEWCOMER } from "../testing/chats.ts";

let bot: BotWorld;
let object: TestObject;
let names: string[];

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({
    team: ["construction_itr"],
    passport: { name: "Tower B", city: "Moscow", address: "Glass Lane, 6", customer: "Tower Ltd" },
  });
  await bot.world.db.sql`update users set locale = 'en'`;
  const people = await bot.world.db.read<{ name: string }>("select full_name as name from users", []);
  names = people.flatMap(({ name }) => [name, ...name.split(" ")]).sort((a, b) => b.length - a.length);
});
afterEach(() => closeQuiet(bot));

/** Expects no Cyrillic letter in a chat, people's names aside. */
function speaksEnglish(chat: number, after: string): void {
  const shown = bot.telegram
    .messages(chat)
    .flatMap(({ text, keyboard }) => [text, ...keyboard.flat().map((button) => button.text)])
    .join("\n");
  const words = [...names, "Вадим Ершов", "Вадим"].reduce((text, name) => text.replaceAll(name, ""), shown);
  expect({ after, cyrillic: words.match(/.*[а-яё].*/gi) ?? [] }).toEqual({ after, cyrillic: [] });
  const toasts = bot.telegram.toasts().join("\n");
  expect({ after, toasts }).toEqual({ after, toasts: expect.not.stringMatching(/[а-яё]/i) });
}

async function walk(chat: number, command: string, ...captions: string[]): Promise<void> {
  await bot.say(chat, command);
  speaksEnglish(chat, command);
  for (const caption of captions) {
    await bot.press(chat, caption);
    speaksEnglish(chat, `${command} ${caption}`);
  }
}

test("people, roles and viewing as another role", async () => {
  await walk(ADMIN, "/admin", "Everybody", "Анна", "Another role", "Supply specialist");
  await walk(ADMIN, "/admin", "Find");
  await walk(ADMIN, "климова", "Анна", "Close access");
  await walk(ADMIN, "no", "Cancel");
  await walk(ADMIN, "/viewas", "Foreman", "Tower B", "Leave the view");
  await walk(ADMIN, "/help");
});

test("teams, links and deputies", async () => {
  await walk(MANAGER, "/objects", "Tower B", "Team", "Add", "← Back", "Invite by a link");
  await bot.say(MANAGER, "/cancel");
  await walk(MANAGER, "/objects", "Tower B", "Team", "Сергей", "Deputy");
  await walk(MANAGER, "гущ", "Гущина");
  await walk(MANAGER, "07.09", "3 days", "Back at work");
});

test("registration, an invalid link, and waiting for approval", async () => {
  const ctx = bot.world.ctx(await bot.world.as("project_manager"));
  const { code } = await createInvitation.run(ctx, { objectId: object.id, role: "pto" });
  const deliver = async (update: ReturnType<typeof bot.messageUpdate>, after: string) => {
    const from = update.message?.from ?? update.callback_query?.from;
    if (from !== undefined) from.language_code = "en";
    await bot.deliver(update);
    speaksEnglish(NEWCOMER, after);
  };
  const say = (text: string) => deliver(bot.messageUpdate(NEWCOMER, { text }), text);
  const press = (caption: string) => {
    const { keyboard, messageId } = bot.last(NEWCOMER);
    const data = keyboard.flat().find(({ text }) => text === caption)?.callback_data ?? "";
    return deliver(bot.callbackUpdate(NEWCOMER, data, messageId), caption);
  };
  await say("/start inv_AAAAAAAAAAAAAAAAAAAAAA");
  await say(`/start inv_${code}`);
  await press("Begin");
  await say("Anna");
  await say("Anna Smith");
  await say("no number");
  await say("Without a phone");
  await say("/start");
  await say("/fact");
  await say("/start");
  await press("Correct the name");
});
