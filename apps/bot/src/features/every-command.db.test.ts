import { ROLE_CODES, type Role } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../testing/bot-world.ts";

let bot: BotWorld;
beforeAll(async () => {
  bot = await createBotWorld();
  await bot.world.createTestObject();
}, 60_000);
afterAll(() => closeQuiet(bot));

type Listed = { commands: { command: string }[] };
/** The commands that Telegram lists in the chat of a person after /start. */
async function listedFor(chat: number): Promise<string[]> {
  await bot.say(chat, "/start");
  const call = bot.telegram.calls.findLast(
    ({ method, params }) =>
      method === "setMyCommands" &&
      String((params["scope"] as { chat_id?: number } | undefined)?.chat_id) === String(chat),
  );
  return (call?.params as Listed | undefined)?.commands.map(({ command }) => command) ?? [];
}

const REPORTS: readonly Role[] = ["director", "curator", "project_manager", "contract", "admin"];
const ENTERS_FACTS: readonly Role[] = [
  "project_manager",
  "construction_itr",
  "production",
  "geodesist",
  "installer",
  "admin",
];

test.each(ROLE_CODES)(
  "every command that is listed for the role %s answers, and no other is listed",
  async (role) => {
    const chat = 1_000_001 + ROLE_CODES.indexOf(role);
    const listed = await listedFor(chat);
    expect(listed).toEqual(expect.arrayContaining(["menu", "help", "notifications"]));
    for (const [command, roles] of [
      ["report", REPORTS],
      ["fact", ENTERS_FACTS],
      ["photo", ENTERS_FACTS],
    ] as const)
      expect({ command, role, listed: listed.includes(command) }).toEqual({
        command,
        role,
        listed: roles.includes(role),
      });
    expect({ role, listed: listed.includes("viewas") }).toEqual({ role, listed: role === "admin" });
    for (const command of listed) {
      const before = bot.telegram.calls.length;
      await bot.say(chat, `/${command}`);
      const answers = bot.telegram.calls
        .slice(before)
        .filter(({ method, params }) => /^(send|edit)/.test(method) && params["chat_id"] === chat);
      expect({ role, command, answers: answers.length > 0 }).toEqual({ role, command, answers: true });
      expect(String(answers[0]?.params["text"])).not.toMatch(/Что-то пошло не так|не знаю такой команды/i);
    }
    expect(bot.warnings).toEqual([]);
  },
);
