import { createTestWorld, type World } from "@stsphera/core/testing";
import { type BotApi, TelegramError } from "@stsphera/telegram";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type MenuButton, moveMenuButtons } from "./menu-buttons.ts";

const URL = "https://new.example.ru";
type Call = { method: string; chat: number | undefined; button: MenuButton | undefined };

let world: World;
let people: { id: number; locale: string }[];
let calls: Call[];
let warned: string[];
beforeAll(async () => {
  world = await createTestWorld();
  await world.as("director");
  await world.as("installer");
  const blocked = await world.as("safety");
  await world.db.sql`update users set unreachable_at = ${world.now.toISOString()} where id = ${blocked.id}`;
  await world.db
    .sql`update users set locale = 'en' where id = (select max(id) from users where unreachable_at is null)`;
  people = await world.db.sql<{ id: number; locale: string }[]>`
    select telegram_id::int as id, locale from users
    where status = 'active' and unreachable_at is null order by users.id`;
});
beforeEach(() => {
  calls = [];
  warned = [];
});
afterAll(() => world.close());

/** Telegram that has this button for new chats, and answers a chat's first call with an error. */
function move(before: MenuButton, refusing: Map<number, TelegramError> = new Map()): Promise<void> {
  const api = {
    async call(method: string, params: { chat_id?: number; menu_button?: MenuButton }) {
      calls.push({ method, chat: params.chat_id, button: params.menu_button });
      const refusal = refusing.get(params.chat_id ?? 0);
      if (refusal !== undefined) {
        refusing.delete(params.chat_id ?? 0);
        throw refusal;
      }
      return method === "getChatMenuButton" ? before : true;
    },
  } as unknown as BotApi;
  const signal = new AbortController().signal;
  return moveMenuButtons({ api, db: world.db, publicUrl: URL, warn: (text) => warned.push(text), signal });
}
const refusal = (code: number, retryAfter?: number) =>
  new TelegramError({ method: "setChatMenuButton", code, description: "no", retryAfter });

test("a new address reaches every chat in its language, new chats last", async () => {
  await move({ type: "web_app", text: "Открыть", web_app: { url: "https://old.example.ru" } });
  const set = calls.filter(({ method }) => method === "setChatMenuButton");
  expect(people.length).toBeGreaterThan(1);
  expect(set.map(({ chat }) => chat)).toEqual([...people.map(({ id }) => id), undefined]);
  expect(set.every(({ button }) => button?.web_app?.url === URL)).toBe(true);
  expect(set.at(-2)?.button?.text).not.toBe(set.at(-1)?.button?.text);
});

test("the same address asks once and sets nothing", async () => {
  await move({ type: "web_app", text: "Открыть", web_app: { url: URL } });
  expect(calls.map(({ method }) => method)).toEqual(["getChatMenuButton"]);
});

test("a chat that refuses stops no other, and one that is asked to wait is asked again", async () => {
  const [first, second] = people;
  await move(
    { type: "default" },
    new Map([
      [first?.id ?? 0, refusal(403)],
      [second?.id ?? 0, refusal(429, 0)],
    ]),
  );
  const chats = calls.filter(({ method }) => method === "setChatMenuButton").map(({ chat }) => chat);
  expect(chats).toEqual([first?.id, second?.id, ...people.slice(1).map(({ id }) => id), undefined]);
  expect(warned).toEqual(["a menu button was refused"]);
});
