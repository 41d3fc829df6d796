import { createCrew, enterFact, recordDowntime } from "@stsphera/core";
import type { TestObject } from "@stsphera/core/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../testing/bot-world.ts";
import { FOREMAN, MANAGER } from "../../testing/chats.ts";

const DAY = "2026-09-08";
let bot: BotWorld;
let object: TestObject;

beforeEach(async () => {
  bot = await createBotWorld();
  object = await bot.world.createTestObject({ team: ["construction_itr", "pto"] });
});
afterEach(() => closeQuiet(bot));

type Sent = { upload: { name: string; type: string; base64: string } };
const papers = () =>
  bot.telegram.calls
    .filter(({ method }) => method === "sendDocument")
    .map(({ params }) => (params["document"] as Sent).upload);
const isPdf = ({ base64 }: Sent["upload"]) =>
  Buffer.from(base64, "base64").subarray(0, 5).toString() === "%PDF-";

async function work(): Promise<void> {
  const { world, now } = bot;
  const ctx = world.ctx(await world.as("construction_itr"), { now: now() });
  const admin = world.ctx(await world.as("admin"));
  const crew = { code: "БР-5", name: "Модули-1", lead: "Виталий Громов", size: 8, objectId: object.id };
  const { id: crewId } = await createCrew.run(admin, crew);
  const floorVolumeId = object.cell("Юг", "1", "МОД");
  await enterFact.run(ctx, {
    objectId: object.id,
    floorVolumeId,
    date: DAY,
    quantity: "3",
    crewId,
    workers: 6,
  });
  await recordDowntime.run(ctx, {
    objectId: object.id,
    crews: [{ crewId, hours: "2" }],
    reason: { code: "weather_wind" },
  });
}

test("/report sends the text and the same as PDF; other texts and acts are a press away", async () => {
  await work();
  await bot.say(MANAGER, "/report");
  const { text, keyboard } = bot.last(MANAGER);
  expect(text).toContain("Отчёт за 8 сентября 2026");
  expect(text).not.toContain("<");
  const captions = keyboard.flat().map((button) => button.text);
  expect(captions).toEqual(["К штабу", "ОЖР", "Акт простоя · Громов", "Смена и месяц"]);
  await bot.press(MANAGER, "Акт простоя");
  await bot.press(MANAGER, "ОЖР");
  expect(papers().map(({ name }) => name)).toEqual([
    "Отчёт 8 сентября 2026.pdf",
    expect.stringMatching(/^Акт о простое \d+\.pdf$/),
    expect.stringMatching(/8 сентября 2026\.pdf$/),
  ]);
  for (const paper of papers())
    expect({ type: paper.type, pdf: isPdf(paper) }).toEqual({ type: "application/pdf", pdf: true });
  const kept = await bot.world.db.sql`select params from deliveries where method = 'sendDocument'`;
  expect(kept.map(({ params }) => params)).toEqual([{}, {}, {}]);
});

test("the act of a downtime is one press after it is recorded; strangers get none", async () => {
  await work();
  const stranger = await bot.world.createUser({ role: "project_manager" });
  const strangers = Number(stranger.telegramId);
  await bot.say(FOREMAN, "/menu");
  await bot.say(strangers, "/menu");
  const [record] = await bot.world.db.sql<{ id: number }[]>`select id from shift_records`;
  await bot.pressData(FOREMAN, `ra:${record?.id}`);
  expect(papers()).toHaveLength(1);
  await bot.pressData(strangers, `ra:${record?.id}`);
  await bot.pressData(FOREMAN, "ra:2147483647");
  expect(papers()).toHaveLength(1);
});
