import { hashOfSecret } from "@stsphera/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld, PUBLIC_URL } from "../../testing/bot-world.ts";
import { FOREMAN } from "../../testing/chats.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
});
afterEach(() => closeQuiet(bot));

const secretNow = () =>
  new RegExp(`${PUBLIC_URL}/login#([\\w-]{43})`).exec(bot.last(FOREMAN).text)?.[1] ?? "";

test("/login sends a link that works once; the one before is cancelled", async () => {
  await bot.say(FOREMAN, "/login");
  const first = secretNow();
  await bot.say(FOREMAN, "/login");
  const second = secretNow();
  expect(first).not.toBe("");
  expect(second).not.toBe(first);
  const links = await bot.world.db.read<{ hash: string; open: boolean }>(
    `select token_hash as hash, revoked_at is null as open from sign_in_links order by id`,
    [],
  );
  expect(links).toEqual([
    { hash: hashOfSecret(first), open: false },
    { hash: hashOfSecret(second), open: true },
  ]);
});

test("once it is sent, the secret is nowhere in the database", async () => {
  await bot.say(FOREMAN, "/login");
  const secret = secretNow();
  const rows = await bot.world.db.read<{ all: string }>(
    `select row_to_json(t)::text as all from deliveries t union all select row_to_json(t)::text from bot_updates t
     union all select row_to_json(t)::text from bot_dialogues t union all select row_to_json(t)::text from audit_log t
     union all select row_to_json(t)::text from idempotency_keys t union all select row_to_json(t)::text from sign_in_links t`,
    [],
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row.all).not.toContain(secret);
});
