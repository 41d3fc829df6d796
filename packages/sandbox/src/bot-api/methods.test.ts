import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const foreman = 1000011;
const manager = 1000004;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const menuOf = (chatId: number) =>
  sandbox.control.get<{ commands: unknown[]; menuButton: unknown }>(`/chats/${chatId}/menu`);
const newest = async (chatId: number) => (await sandbox.control.messages(chatId)).at(-1);

async function refused(method: string, parameters: Record<string, unknown>): Promise<string | undefined> {
  const answer = await sandbox.bot.call(method, parameters);
  expect(answer.ok).toBe(false);
  return answer.description;
}

describe("the bot itself", () => {
  it("returns its identity, with any case of the method and by GET", async () => {
    expect(await sandbox.bot.result("GETME")).toMatchObject({
      id: 7000000001,
      is_bot: true,
      username: "stsphera_bot",
    });
    const root = `${sandbox.url}/bot7000000001:AAStsphera-test-vector-token-000000`;
    const response = await fetch(`${root}/sendMessage?chat_id=${manager}&text=GET`);
    expect(await response.json()).toMatchObject({ ok: true, result: { text: "GET" } });
  });

  it("accepts a form that repeats its method and telegraf's flag on buttons", async () => {
    const form = new FormData();
    form.set("method", "sendMessage");
    form.set("chat_id", String(manager));
    form.set("text", "форма");
    const button = { text: "Да", callback_data: "y", hide: false };
    form.set("reply_markup", JSON.stringify({ inline_keyboard: [[button]] }));
    expect(await sandbox.bot.form("sendMessage", form)).toMatchObject({ ok: true });
    expect((await newest(manager))?.inlineKeyboard).toEqual([[{ text: "Да", callbackData: "y" }]]);
  });
});

describe("commands and the menu button", () => {
  it("keeps a list for each scope and language", async () => {
    const scope = { type: "chat", chat_id: foreman };
    const commands = (description: string) => [{ command: "fact", description }];
    await sandbox.bot.result("setMyCommands", { commands: commands("Внести факт"), scope });
    expect((await menuOf(foreman)).commands).toEqual(commands("Внести факт"));
    const russian = { commands: commands("Записать факт"), scope, language_code: "ru" };
    await sandbox.bot.result("setMyCommands", russian);
    expect((await menuOf(foreman)).commands).toEqual(commands("Записать факт"));
    expect((await menuOf(manager)).commands).toEqual([]);
  });

  it.each([
    [{ commands: [{ command: "Факт", description: "x" }] }, "BOT_COMMAND_INVALID"],
    [{ commands: [{ command: "fact", description: " " }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
    [
      { commands: [{ command: "fact", description: "x" }], language_code: "rus" },
      "invalid language code specified",
    ],
    [{ commands: [], scope: { type: "chat", chat_id: 42 } }, "chat not found"],
  ])("refuses %j", async (parameters, reason) => {
    expect(await refused("setMyCommands", parameters)).toBe(`Bad Request: ${reason}`);
  });

  it("falls back to the bot's own menu button", async () => {
    const button = { type: "web_app", text: "Сфера", web_app: { url: "https://sts.example/" } };
    await sandbox.bot.result("setChatMenuButton", { menu_button: button });
    expect((await menuOf(manager)).menuButton).toEqual(button);
    await sandbox.bot.result("setChatMenuButton", { chat_id: manager, menu_button: { type: "commands" } });
    expect((await menuOf(manager)).menuButton).toEqual({ type: "commands" });
    const plain = { ...button, web_app: { url: "http://sts.example/" } };
    expect(await refused("setChatMenuButton", { menu_button: plain })).toContain(
      "Only HTTPS links are allowed",
    );
  });
});

describe("small methods", () => {
  it("refuses unknown callback queries and files", async () => {
    expect(await refused("answerCallbackQuery", { callback_query_id: "1" })).toBe(
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
    expect(await refused("getFile", { file_id: "AgACAgIunknown" })).toContain("wrong file_id");
  });

  it("refuses an upload that the bot never makes", async () => {
    const form = new FormData();
    form.set("chat_id", String(manager));
    form.set("text", "x");
    form.set("stray", new File(["x"], "x.png"), "x.png");
    expect(await sandbox.bot.form("sendMessage", form)).toMatchObject({
      status: 400,
      description: "Bad Request: strict: unknown file stray",
    });
  });

  it("refuses broken JSON, null and a list as a body", async () => {
    const headers = { "content-type": "application/json" };
    for (const body of ["{", "[]", '"text"']) {
      expect((await sandbox.bot.send("sendMessage", body, headers)).description).toBe(
        "Bad Request: can't parse JSON object",
      );
    }
    expect(await refused("sendMessage", { chat_id: manager, text: "x", parse_mode: null })).toBe(
      "Bad Request: strict: parameter parse_mode is null",
    );
  });
});
