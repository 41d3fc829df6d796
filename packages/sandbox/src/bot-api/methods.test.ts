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

const newest = async (chatId: number) => (await sandbox.control.messages(chatId)).at(-1);

async function refused(method: string, parameters: Record<string, unknown>): Promise<string | undefined> {
  const answer = await sandbox.bot.call(method, parameters);
  expect(answer.ok).toBe(false);
  return answer.description;
}

describe("the bot itself", () => {
  it("says who it is, by any spelling of the method and by GET", async () => {
    expect(await sandbox.bot.result("GETME")).toMatchObject({
      id: 7000000001,
      is_bot: true,
      username: "stsphera_bot",
    });
    const root = `${sandbox.url}/bot7000000001:AAStsphera-test-vector-token-000000`;
    const response = await fetch(`${root}/sendMessage?chat_id=${manager}&text=GET`);
    expect(await response.json()).toMatchObject({ ok: true, result: { text: "GET" } });
  });

  it("takes a form that names its method once more and Telegraf's mark on buttons", async () => {
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

describe("forwarding and copying", () => {
  it("keeps the author of a forwarded message and hides him in a copy", async () => {
    const [id] = await sandbox.control.say(foreman, { text: "стеклопакет разбит" });
    const source = { chat_id: manager, from_chat_id: foreman, message_id: id };
    await sandbox.bot.result("forwardMessage", source);
    expect(await newest(manager)).toMatchObject({
      text: "стеклопакет разбит",
      forwardedFrom: "Сергей Белов",
    });
    expect(Object.keys(await sandbox.bot.result("copyMessage", source))).toEqual(["message_id"]);
    expect(await newest(manager)).not.toHaveProperty("forwardedFrom");
    expect(await refused("copyMessage", { ...source, message_id: 9_999_999 })).toBe(
      "Bad Request: message to copy not found",
    );
  });
});

describe("pinning", () => {
  it("shows the pinned message in the chat", async () => {
    const pinned = { chat_id: manager, message_id: (await newest(manager))?.messageId };
    await sandbox.bot.result("pinChatMessage", pinned);
    expect(await sandbox.bot.result("getChat", { chat_id: manager })).toMatchObject({
      type: "private",
      pinned_message: { message_id: pinned.message_id },
    });
    expect(await refused("pinChatMessage", { ...pinned, message_id: 9_999_999 })).toBe(
      "Bad Request: message to pin not found",
    );
  });
});

describe("commands and the menu button", () => {
  it("keeps a list for each scope and language", async () => {
    const scope = { type: "chat", chat_id: foreman };
    const commands = [{ command: "fact", description: "Внести факт" }];
    await sandbox.bot.result("setMyCommands", { commands, scope, language_code: "ru" });
    expect(await sandbox.bot.result("getMyCommands", { scope, language_code: "ru" })).toEqual(commands);
    expect(await sandbox.bot.result("getMyCommands", { scope })).toEqual([]);
    await sandbox.bot.result("deleteMyCommands", { scope, language_code: "ru" });
    expect(await sandbox.bot.result("getMyCommands", { scope, language_code: "ru" })).toEqual([]);
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
    expect(await sandbox.bot.result("getChatMenuButton", { chat_id: manager })).toEqual(button);
    await sandbox.bot.result("setChatMenuButton", { chat_id: manager, menu_button: { type: "commands" } });
    expect(await sandbox.bot.result("getChatMenuButton", { chat_id: manager })).toEqual({ type: "commands" });
    const plain = { ...button, web_app: { url: "http://sts.example/" } };
    expect(await refused("setChatMenuButton", { menu_button: plain })).toContain(
      "Only HTTPS links are allowed",
    );
  });
});

describe("small things", () => {
  it("checks chat actions and answers to presses", async () => {
    expect(await sandbox.bot.result("sendChatAction", { chat_id: manager, action: "typing" })).toBe(true);
    expect(await refused("sendChatAction", { chat_id: manager, action: "dancing" })).toBe(
      "Bad Request: wrong parameter action in request",
    );
    expect(await refused("answerCallbackQuery", { callback_query_id: "1" })).toBe(
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
    expect(await refused("getFile", { file_id: "AgACAgIunknown" })).toContain("wrong file_id");
  });

  it("refuses broken JSON, null and a list for a body", async () => {
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
