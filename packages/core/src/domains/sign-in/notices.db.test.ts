import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { giveSignInLink } from "./give-sign-in-link.ts";
import { SIGN_IN_JOB } from "./sign-in-job.ts";
import { useSignInLink } from "./use-sign-in-link.ts";

const TOKEN_HASH = "a".repeat(64);
let desk: RelayDesk;

beforeEach(async () => {
  desk = await openRelayDesk();
});
afterEach(() => closeQuiet(desk));

test("a person is told of a link that an admin made for them, and of its use, in chat and app, past quiet hours", async () => {
  const { world } = desk;
  const [admin, foreman] = [await world.as("admin"), await world.as("construction_itr")];
  const asked = { userId: foreman.id, reason: "Telegram <не> работает", tokenHash: TOKEN_HASH };
  await giveSignInLink.run(world.ctx(admin), asked);
  await desk.relay();
  const [given] = await desk.sent();
  expect(given?.chat).toBe(foreman.telegramId);
  expect(given?.text).toBe(
    "<b>🔑 Для вас сделали ссылку для входа</b>\n────────────────\nАдминистратор  Тихонов\nПричина  Telegram &lt;не&gt; работает\nАдминистратор передаст её вам сам. Она действует 15 минут и один раз. Если вы не просили, скажите руководителю.",
  );
  const device = { browser: "Chrome, Windows", address: "203.0.113.7" };
  await useSignInLink.run({ ...world.ctx(admin), actor: SIGN_IN_JOB }, { tokenHash: TOKEN_HASH, ...device });
  await desk.relay();
  const [used] = await desk.sent();
  expect(used?.chat).toBe(foreman.telegramId);
  expect(used?.text).toContain("Устройство  Chrome, Windows\nАдрес сети  203.0.113.7");
  const rows = await desk.notifications();
  expect(rows.map(({ userId, priority, unread }) => [userId, priority, unread])).toEqual([
    [foreman.id, "critical", true],
    [foreman.id, "critical", true],
  ]);
  expect(JSON.stringify([given, used, rows])).not.toContain(TOKEN_HASH);
});
