import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing/start.ts";

const foreman = 1000011;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

async function refusal(method: string, parameters: Record<string, unknown>): Promise<string> {
  const before = JSON.stringify(await sandbox.control.messages(foreman));
  const { ok, error_code: code, status, description } = await sandbox.bot.call(method, parameters);
  expect(ok).toBe(false);
  expect(status).toBe(code);
  expect(JSON.stringify(await sandbox.control.messages(foreman))).toBe(before);
  return `${code} ${description}`;
}

async function send(parameters: Record<string, unknown> = {}): Promise<number> {
  const { message_id: id } = await sandbox.bot.result<{ message_id: number }>("sendMessage", {
    chat_id: foreman,
    text: "Факт",
    ...parameters,
  });
  return id;
}

const button = (fields: object) => ({ inline_keyboard: [[{ text: "Да", ...fields }]] });

describe("sendMessage", () => {
  it("shows the user formatted text with an inline keyboard", async () => {
    const id = await send({
      text: "<b>Факт</b> 10",
      parse_mode: "HTML",
      reply_markup: button({ callback_data: "f:1" }),
    });
    expect((await sandbox.control.messages(foreman)).at(-1)).toMatchObject({
      messageId: id,
      chatId: foreman,
      from: 7000000001,
      text: "Факт 10",
      entities: [{ type: "bold", offset: 0, length: 4 }],
      caption: null,
      photos: [],
      inlineKeyboard: [[{ text: "Да", callbackData: "f:1" }]],
    });
  });

  it("accepts at most 4096 UTF-16 units", async () => {
    await send({ text: "🏗".repeat(2048) });
    expect(await refusal("sendMessage", { chat_id: foreman, text: "🏗".repeat(2048) + "a" })).toBe(
      "400 Bad Request: message is too long",
    );
  });

  it.each([
    [{ text: " \n" }, "400 Bad Request: message text is empty"],
    [
      { text: "<b>x", parse_mode: "HTML" },
      `400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
    [{ text: "x", chat_id: 42 }, "400 Bad Request: chat not found"],
    [{ text: "x", chat_id: 1000099 }, "403 Forbidden: bot can't initiate conversation with a user"],
    [{ text: "x", silent: true }, "400 Bad Request: strict: unknown parameter silent"],
    [{ text: "x", reply_to_message_id: 1 }, "400 Bad Request: strict: unknown parameter reply_to_message_id"],
    [
      { text: "x", reply_parameters: { message_id: 9_999_999 } },
      "400 Bad Request: message to be replied not found",
    ],
    [
      { text: "x", reply_parameters: { id: 1 } },
      "400 Bad Request: strict: unknown field id in reply_parameters",
    ],
    [{ text: "x", reply_markup: "[object Object]" }, "400 Bad Request: can't parse reply markup JSON object"],
    [
      { text: "x", reply_markup: button({ callback_data: "я".repeat(33) }) },
      "400 Bad Request: BUTTON_DATA_INVALID",
    ],
    [{ text: "x", reply_markup: button({ callback_data: "" }) }, "400 Bad Request: BUTTON_DATA_INVALID"],
    [
      { text: "x", reply_markup: button({}) },
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { text: "x", reply_markup: button({ web_app: { url: "http://example.com" } }) },
      "400 Bad Request: inline keyboard button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed",
    ],
    [
      { text: "x", reply_markup: button({ data: "1" }) },
      "400 Bad Request: strict: unknown field data in InlineKeyboardButton",
    ],
  ])("refuses %j", async (fields, expected) => {
    expect(await refusal("sendMessage", { chat_id: foreman, ...fields })).toBe(expected);
  });

  it("accepts form fields as well as JSON", async () => {
    const form = new URLSearchParams({
      chat_id: String(foreman),
      text: "Из формы",
      reply_markup: JSON.stringify(button({ web_app: { url: "http://localhost:3000/" } })),
    });
    expect(await sandbox.bot.form("sendMessage", form)).toMatchObject({
      ok: true,
      result: { text: "Из формы" },
    });
    expect((await sandbox.control.messages(foreman)).at(-1)?.inlineKeyboard).toEqual([
      [{ text: "Да", webApp: "http://localhost:3000/" }],
    ]);
  });

  it("refuses an unknown method and a wrong token", async () => {
    expect(await refusal("sendTelepathy", {})).toBe("400 Bad Request: strict: unknown method sendTelepathy");
    const response = await fetch(`${sandbox.url}/bot1:wrong/getMe`);
    expect([response.status, await response.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: "Unauthorized" },
    ]);
  });
});

describe("editing and deleting", () => {
  it("edits the text, removes a keyboard that is not repeated and sets the edit date", async () => {
    const id = await send({ reply_markup: button({ callback_data: "a" }) });
    await sandbox.bot.result("editMessageText", { chat_id: foreman, message_id: id, text: "Записано" });
    const shown = (await sandbox.control.messages(foreman)).find(({ messageId }) => messageId === id);
    expect(shown).toMatchObject({ text: "Записано", inlineKeyboard: [] });
    expect(shown?.editedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it("refuses an edit that changes nothing", async () => {
    const id = await send({
      text: "<b>Факт</b>",
      parse_mode: "HTML",
      reply_markup: button({ callback_data: "a" }),
    });
    const unmodified =
      /^400 Bad Request: message is not modified: specified new message content and reply markup/;
    const same = { chat_id: foreman, message_id: id, reply_markup: button({ callback_data: "a" }) };
    expect(await refusal("editMessageText", { ...same, text: "<b>Факт</b>", parse_mode: "HTML" })).toMatch(
      unmodified,
    );
    expect(await refusal("editMessageReplyMarkup", same)).toMatch(unmodified);
    const removed = await sandbox.bot.call("editMessageReplyMarkup", { chat_id: foreman, message_id: id });
    expect(removed.ok).toBe(true);
  });

  it("refuses deleted and foreign messages", async () => {
    const id = await send();
    await sandbox.bot.result("deleteMessage", { chat_id: foreman, message_id: id });
    const [own] = await sandbox.control.say(foreman, { text: "моё" });
    const edit = { chat_id: foreman, text: "x" };
    expect(await refusal("editMessageText", { ...edit, message_id: id })).toBe(
      "400 Bad Request: message to edit not found",
    );
    expect(await refusal("editMessageText", { ...edit, message_id: own })).toBe(
      "400 Bad Request: message can't be edited",
    );
    expect(await refusal("deleteMessage", { chat_id: foreman, message_id: id })).toBe(
      "400 Bad Request: message to delete not found",
    );
  });
});

describe("a user who blocked the bot", () => {
  it("cannot be written to until unblocked, and the bot is told of both", async () => {
    await sandbox.bot.drain();
    await sandbox.control.post("/people/1000016/block", {});
    expect(await refusal("sendMessage", { chat_id: 1000016, text: "x" })).toBe(
      "403 Forbidden: bot was blocked by the user",
    );
    await sandbox.control.post("/people/1000016/unblock", {});
    expect(await send({ chat_id: 1000016 })).toBeGreaterThan(0);
    expect(
      (await sandbox.bot.drain()).map((update) => update.my_chat_member?.new_chat_member.status),
    ).toEqual(["kicked", "member"]);
  });
});
