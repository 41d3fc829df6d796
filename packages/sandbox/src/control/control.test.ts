import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signFields } from "../init-data/init-data.ts";
import { picture } from "../testing/picture.ts";
import { botToken, startTestSandbox, type TestSandbox } from "../testing/start.ts";

const foreman = 1000011;
const stranger = 1000099;
let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

beforeEach(async () => {
  await sandbox.bot.drain();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const base64 = (seed: number) => picture(640, 480, seed).toString("base64");

describe("sending as a person", () => {
  it("makes one album of several photos, one update each, the caption on the first", async () => {
    await sandbox.control.say(foreman, { text: "секция 2", photos: [base64(1), base64(2), base64(3)] });
    const messages = (await sandbox.bot.drain()).map(({ message }) => message);
    expect(messages.map((message) => message?.["caption"])).toEqual(["секция 2", undefined, undefined]);
    expect(new Set(messages.map((message) => message?.["media_group_id"])).size).toBe(1);
    expect(messages[0]?.["media_group_id"]).toMatch(/^\d+$/);
    expect(
      messages.every((message) => Array.isArray(message?.["photo"]) && message["photo"].length === 3),
    ).toBe(true);
  });

  it.each([
    ["sticker", { sticker: true }],
    ["voice", { voice: { duration: 4 } }],
    ["contact", { contact: true }],
    ["location", { location: { latitude: 55.7, longitude: 37.6 } }],
    ["poll", { poll: true }],
    ["document", { documents: [{ name: "вор.xlsx", base64: "AAAA" }] }],
    ["forward_origin", { text: "чужое", forward: true }],
  ])("sends a %s", async (field, content) => {
    await sandbox.control.say(foreman, content);
    const [update] = await sandbox.bot.drain();
    expect(update?.message).toHaveProperty(field);
  });

  it("lets the stranger start a chat by writing first", async () => {
    expect(await sandbox.bot.call("sendMessage", { chat_id: stranger, text: "x" })).toMatchObject({
      status: 403,
    });
    await sandbox.control.say(stranger, { text: "/start" });
    expect(await sandbox.bot.call("sendMessage", { chat_id: stranger, text: "x" })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    [{ text: "x", from: 1000012 }, "another person's chat"],
    [{ text: "x", from: 5 }, "person 5 not found"],
    [{ from: foreman }, "nothing to send"],
    [{ from: foreman, text: "  " }, "nothing to send"],
    [{ from: foreman, text: "x", colour: "red" }, "colour"],
    [{ from: foreman, photos: ["не base64"] }, "photos.0"],
    [{ from: foreman, photos: ["AAAA"] }, "photos.0: not a JPEG, PNG or WebP picture"],
    [{ from: foreman, sticker: true, voice: true }, "one kind of content"],
    [{ from: foreman, text: "x", replyTo: 999_999 }, "replyTo: message 999999 not found"],
  ])("refuses %j and saves nothing", async (body, reason) => {
    const before = await sandbox.control.messages(foreman);
    const answer = await sandbox.control.post(`/chats/${foreman}/messages`, body);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body["error"]).toContain(reason);
    expect(await sandbox.control.messages(foreman)).toEqual(before);
    expect(await sandbox.bot.drain()).toEqual([]);
  });
});

describe("pressing a button", () => {
  async function card(): Promise<number> {
    const keyboard = { inline_keyboard: [[{ text: "Сохранить", callback_data: "save:1" }]] };
    const sent = { chat_id: foreman, text: "Карточка", reply_markup: keyboard };
    return (await sandbox.bot.result<{ message_id: number }>("sendMessage", sent)).message_id;
  }

  it("returns the bot's answer, once", async () => {
    const messageId = await card();
    const press = sandbox.control.post(`/chats/${foreman}/callbacks`, {
      from: foreman,
      messageId,
      data: "save:1",
    });
    const [update] = await sandbox.bot.updates(0, 5);
    expect(update?.callback_query).toMatchObject({
      data: "save:1",
      from: { id: foreman },
      message: { message_id: messageId },
    });
    const answer = { callback_query_id: update?.callback_query?.id, text: "Записано", show_alert: true };
    expect(await sandbox.bot.call("answerCallbackQuery", answer)).toMatchObject({ ok: true });
    expect((await press).body).toEqual({ answered: true, text: "Записано", showAlert: true });
    expect(await sandbox.bot.call("answerCallbackQuery", answer)).toMatchObject({
      status: 400,
      description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
    });
  });

  it("can be pressed after the message was deleted, as by a slow client", async () => {
    const messageId = await card();
    await sandbox.bot.result("deleteMessage", { chat_id: foreman, message_id: messageId });
    const press = sandbox.control.post(`/chats/${foreman}/callbacks`, {
      from: foreman,
      messageId,
      data: "save:1",
    });
    const [update] = await sandbox.bot.updates(0, 5);
    expect(update?.callback_query?.message).toMatchObject({ message_id: messageId, date: 0 });
    await sandbox.bot.result("answerCallbackQuery", { callback_query_id: update?.callback_query?.id });
    expect((await press).body).toEqual({ answered: true });
  });

  it("refuses data over 64 bytes and an unknown message", async () => {
    const path = `/chats/${foreman}/callbacks`;
    const messageId = await card();
    expect(
      (await sandbox.control.post(path, { from: foreman, messageId, data: "я".repeat(33) })).status,
    ).toBe(400);
    expect(
      (await sandbox.control.post(path, { from: foreman, messageId: 99_999_999, data: "x" })).status,
    ).toBe(404);
    expect(await sandbox.bot.drain()).toEqual([]);
  });
});

describe("groups", () => {
  it("tells the bot of a new group and upgrades it to a supergroup", async () => {
    const created = await sandbox.control.post("/groups", { title: "Блок Б", members: [1000004, foreman] });
    const id = Number(created.body["id"]);
    expect(id).toBeLessThan(0);
    await sandbox.control.say(id, { text: "всем привет" }, foreman);
    const updates = await sandbox.bot.drain();
    expect(updates[0]?.my_chat_member?.new_chat_member.status).toBe("member");
    expect(updates.at(-1)?.message).toMatchObject({
      text: "всем привет",
      chat: { id, type: "group", title: "Блок Б" },
    });
    const webApp = { inline_keyboard: [[{ text: "Открыть", web_app: { url: "https://example.com" } }]] };
    expect(
      await sandbox.bot.call("sendMessage", { chat_id: id, text: "x", reply_markup: webApp }),
    ).toMatchObject({
      description: "Bad Request: BUTTON_TYPE_INVALID",
    });
    const migrated = Number((await sandbox.control.post(`/groups/${id}/migrate`, {})).body["id"]);
    expect(String(migrated)).toMatch(/^-100/);
    expect(await sandbox.bot.call("sendMessage", { chat_id: id, text: "x" })).toMatchObject({
      status: 400,
      parameters: { migrate_to_chat_id: migrated },
    });
    expect(await sandbox.bot.call("sendMessage", { chat_id: migrated, text: "x" })).toMatchObject({
      ok: true,
    });
  });

  it("refuses a message of a user who is not in the group", async () => {
    const created = await sandbox.control.post("/groups", { title: "Крепёж", members: [foreman] });
    const answer = await sandbox.control.post(`/chats/${String(created.body["id"])}/messages`, {
      from: 1000017,
      text: "x",
    });
    expect([answer.status, answer.body["error"]]).toEqual([400, "from: not a member of the group"]);
  });
});

describe("the rest of the control API", () => {
  it("signs initData with the development clock", async () => {
    await sandbox.control.post("/clock", { now: "2026-09-15T07:00:00Z", freeze: true });
    const { initData } = await sandbox.control.get<{ initData: string }>(
      "/init-data?userId=1000004&startParam=object_1",
    );
    const fields = [...new URLSearchParams(initData)];
    const values = new Map(fields);
    expect(values.get("auth_date")).toBe(String(Date.parse("2026-09-15T07:00:00Z") / 1000));
    expect(values.get("start_param")).toBe("object_1");
    expect(values.get("hash")).toBe(signFields(fields, botToken));
    await sandbox.control.say(foreman, { text: "когда" });
    expect((await sandbox.control.messages(foreman)).at(-1)?.date).toBe("2026-09-15T07:00:00.000Z");
    const moved = await sandbox.control.post("/clock", { advanceSeconds: 3600 });
    expect(moved.body).toMatchObject({ now: "2026-09-15T08:00:00.000Z", frozen: true });
  });

  it("refuses invalid clocks, unknown users, forms and foreign host names", async () => {
    expect((await sandbox.control.post("/clock", {})).status).toBe(400);
    expect((await sandbox.control.post("/clock", { now: "вчера" })).status).toBe(400);
    expect((await fetch(`${sandbox.url}/sandbox/init-data?userId=7`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/sandbox/init-data?userId=7&x=1`)).status).toBe(400);
    expect((await fetch(`${sandbox.url}/sandbox/nothing`)).status).toBe(404);
    const form = await fetch(`${sandbox.url}/sandbox/clock`, {
      method: "POST",
      body: new URLSearchParams({ freeze: "1" }),
    });
    expect(form.status).toBe(400);
  });

  it("shows the commands of the most specific scope and the menu button", async () => {
    const commands = (name: string) => [{ command: name, description: "Описание" }];
    await sandbox.bot.result("setMyCommands", { commands: commands("start") });
    await sandbox.bot.result("setMyCommands", {
      commands: commands("fact"),
      scope: { type: "chat", chat_id: foreman },
    });
    await sandbox.bot.result("setChatMenuButton", {
      chat_id: foreman,
      menu_button: { type: "web_app", text: "Открыть", web_app: { url: "http://localhost:3000/" } },
    });
    expect(await sandbox.control.get(`/chats/${foreman}/menu`)).toEqual({
      commands: commands("fact"),
      menuButton: { type: "web_app", text: "Открыть", web_app: { url: "http://localhost:3000/" } },
    });
    expect(await sandbox.control.get("/chats/1000001/menu")).toEqual({
      commands: commands("start"),
      menuButton: { type: "commands" },
    });
  });

  it("announces changes as they happen", async () => {
    const stop = new AbortController();
    const response = await fetch(`${sandbox.url}/sandbox/events`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await sandbox.control.say(foreman, { text: "новость" });
    let heard = "";
    while (!heard.includes('"chats":[1000011]')) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      heard += piece.value;
    }
    expect(heard).toContain('data: {"chats":[1000011]');
    stop.abort();
  });
});
