import { changeTaskStatus, requestReschedule } from "@stsphera/core";
import type { TaskStatus } from "@stsphera/contracts";
import type { TestObject } from "@stsphera/core/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BotWorld, createBotWorld } from "./testing/bot-world.ts";
import { ADMIN, CONTRACT } from "./testing/chats.ts";
import { createTestTask, MANAGER, taskOf, type TaskOptions, WORKER } from "./testing/task-steps.ts";
import { unreadable, walk } from "./testing/walk.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });
const pressed = new Set<string>();
let bot: BotWorld;
let object: TestObject;

beforeAll(async () => {
  bot = await createBotWorld();
  const many = Array.from({ length: 9 }, () => bot.world.createUser());
  const members = (await Promise.all(many)).map((actor) => ({ actor, roles: ["construction_itr" as const] }));
  object = await bot.world.createTestObject({ team: ["construction_itr", "supply", "contract"], members });
  await bot.world.createTestObject({ passport: { name: "НВФ Школа" }, team: ["construction_itr"] });
  for (let at = 0; at < 6; at += 1) {
    const by = await bot.world.createUser({
      role: "project_manager",
      fullName: `Павел Ильин ${"абвгде"[at]}`,
    });
    await bot.world.createUser({ role: null, status: "pending", fullName: `Яна Новикова ${by.id}` });
  }
});
afterAll(() => bot.close());

/** Kinds of buttons that the walk must reach. */
const BUTTONS =
  "take decline submit accept return comment postpone block unblock undo assign reassign edit cancel reopen"
    .split(" ")
    .map((action) => `t:${action}:#:#`);
const STEPS = [
  "t:approve:#:#:#",
  "t:refuse:#:#:#",
  "tl:given:#",
  "tl:open:#",
  "tl:mine:#",
  ...(
    "decline.reason:pick:no_front decline.reason:pick:other submit.fileIds:tick:# submit.fileIds:send " +
    "postpone.deadline:day:# reassign.assigneeId:pick:# reassign.assigneeId:page:# " +
    "edit.menu:go:title edit.menu:set:priority-high edit.text:none edit.deadline:none edit.deadline:go:menu " +
    "block.reason:back"
  )
    .split(" ")
    .map((step) => `d1:task.${step}`),
  ...(
    "objectId:pick:# assigneeId:pick:# assigneeId:none deadline:day:# deadline:none deadline:go:assigneeId " +
    "confirm:set:priority-high confirm:send"
  )
    .split(" ")
    .map((step) => `d1:new_task.create.${step}`),
  ...(
    "contractDate:none deadline:none facadeTypes:tick:nvf facadeTypes:untick:nvf facadeTypes:next " +
    "projectManagerId:pick:# confirm:send"
  )
    .split(" ")
    .map((step) => `d1:new_object.create.${step}`),
  ..."add.userId:pick:# add.role:pick:ROLE add.confirm:send invite.role:pick:ROLE invite.maxUses:pick:#"
    .split(" ")
    .map((step) => `d1:team.${step}`),
  ..."deputyId:pick:# toDay:in:#".split(" ").map((step) => `d1:deputy.name.${step}`),
  ..."ob:m:#:# ob:d:#:# ob:e:#:#:#:# ap:l:# ap:t:#:# ap:u:#:#".split(" "),
  ..."ad:m ad:f ad:w:# ad:p:# ad:u:# ad:r:#:# ad:s:#:#:ROLE ad:d:#:# va:c va:x va:r:ROLE:# va:o:ROLE:#".split(
    " ",
  ),
];

async function move(
  taskId: number,
  who: "construction_itr" | "project_manager",
  to: TaskStatus,
  reason?: string,
) {
  const { world } = bot;
  const { version } = await taskOf(bot, taskId);
  const blocker = to === "blocked" ? { blocker: { userId: (await world.as("supply")).id } } : {};
  const words = reason === undefined ? {} : { reason };
  await changeTaskStatus.run(world.ctx(await world.as(who)), { taskId, version, to, ...words, ...blocker });
}

async function opened(
  who: number,
  wish: TaskOptions,
  ...steps: Parameters<typeof move> extends [number, ...infer Rest] ? Rest[] : never
) {
  const taskId = await createTestTask(bot, object.id, wish);
  for (const step of steps) await move(taskId, ...step);
  await bot.pressData(who, `t:open:${taskId}:1`);
  return taskId;
}

test("regression 22: every button of a task's cards has a handler", async () => {
  for (const who of [WORKER, MANAGER, ADMIN]) {
    await bot.say(who, "/tasks");
    expect(await walk(bot, who, pressed)).toEqual([]);
  }
  const taken = ["construction_itr", "in_progress"] as const;
  await opened(WORKER, {});
  expect(await walk(bot, WORKER, pressed)).toEqual([]);
  await opened(WORKER, { checklist: ["Протокол"] }, [...taken]);
  expect(await walk(bot, WORKER, pressed)).toEqual([]);
  await opened(MANAGER, {}, [...taken], ["construction_itr", "review"]);
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  await opened(MANAGER, {}, [...taken], ["construction_itr", "blocked", "нет модулей"]);
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  await opened(MANAGER, {}, ["construction_itr", "new", "нет фронта"]);
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  await opened(MANAGER, {}, [...taken], ["construction_itr", "review"], ["project_manager", "done"]);
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  const begun = async (who: number, caption: string) => {
    await bot.press(who, caption);
    expect(await walk(bot, who, pressed)).toEqual([]);
  };
  await opened(WORKER, {});
  await begun(WORKER, "Не беру");
  await opened(WORKER, { checklist: ["Протокол"] }, [...taken]);
  await begun(WORKER, "Сдать");
  await opened(MANAGER, { deadline: "2026-09-20" }, [...taken]);
  await begun(MANAGER, "Изменить");
  for (const kind of ["refuse", "approve"]) {
    const taskId = await opened(MANAGER, { deadline: "2026-09-20" }, [...taken]);
    const ctx = bot.world.ctx(await bot.world.as("construction_itr"));
    await requestReschedule.run(ctx, { taskId, deadline: "2026-09-25", reason: `ждём люльку, ${kind}` });
    await bot.pressData(MANAGER, `t:open:${taskId}:1`);
    expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  }
  await bot.say(MANAGER, "/tasks");
  await bot.press(MANAGER, "От меня");
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  expect(BUTTONS.filter((kind) => !pressed.has(kind))).toEqual([]);
});

test("regression 22: every button of the dialogues about tasks, objects and people has a handler", async () => {
  for (const command of ["/newtask", "/objects", "/newobject"]) {
    await bot.say(MANAGER, "/cancel");
    await bot.say(MANAGER, command);
    if (command === "/newobject")
      for (const words of ["Башня", "Тверь, Садовая, 1", "Город"]) await bot.say(MANAGER, words);
    expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  }
  await bot.say(MANAGER, "/cancel");
  await bot.say(MANAGER, "/newtask");
  await bot.press(MANAGER, "НВФ Школа");
  await bot.say(MANAGER, "Проверить люльки");
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  await bot.say(MANAGER, "/newtask");
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  await bot.say(CONTRACT, "/newobject");
  for (const words of ["Башня", "Тверь, Садовая, 1", "Город"]) await bot.say(CONTRACT, words);
  for (const caption of ["Пока без даты", "Пока без даты", "☐ Модульный", "Дальше"])
    await bot.press(CONTRACT, caption);
  expect(await walk(bot, CONTRACT, pressed)).toEqual([]);
  await bot.say(MANAGER, "/objects");
  for (const caption of ["СПК Блок Б", "Команда", "Иван Жилин"]) await bot.press(MANAGER, caption);
  expect(await walk(bot, MANAGER, pressed)).toEqual([]);
  for (const who of [MANAGER, ADMIN]) {
    await bot.say(who, "/menu");
    await bot.press(who, who === ADMIN ? "Решения" : "Разобрать");
    expect(await walk(bot, who, pressed)).toEqual([]);
  }
  await bot.say(ADMIN, "/viewas");
  await bot.press(ADMIN, "Прораб");
  expect(await walk(bot, ADMIN, pressed)).toEqual([]);
  await bot.press(ADMIN, "Выйти из просмотра");
  await bot.say(ADMIN, "/admin");
  expect(await walk(bot, ADMIN, pressed)).toEqual([]);
  await bot.say(ADMIN, "/admin");
  await bot.press(ADMIN, "Найти");
  await bot.say(ADMIN, "Климова");
  await bot.press(ADMIN, "Анна Климова");
  expect(await walk(bot, ADMIN, pressed)).toEqual([]);
  expect(bot.warnings).toEqual([]);
  expect(STEPS.filter((kind) => !pressed.has(kind))).toEqual([]);
});

test("every callback data ever sent can be parsed by a feature", () => {
  const { sent, unread } = unreadable(bot);
  expect(sent).toBeGreaterThan(400);
  expect(unread).toEqual([]);
});
