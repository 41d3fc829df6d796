import { createObjectDelegation } from "../delegations/index.ts";
import { createInvitation } from "../invitations/index.ts";
import { changeUserStatus, registerUser } from "../people/index.ts";
import {
  changeTaskStatus,
  commentTask,
  createTask,
  decideReschedule,
  requestReschedule,
  undoTaskMove,
} from "./index.ts";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";

let desk: RelayDesk;
let manager: UserActor;
let engineer: UserActor;
let foreman: UserActor;
beforeEach(async () => {
  desk = await openRelayDesk();
  manager = await desk.world.as("project_manager");
  engineer = await desk.world.as("pto");
  foreman = await desk.world.as("construction_itr");
});
afterEach(() => closeQuiet(desk));

/** Recipients with chat, ring and title without markup; not the actor's own card, which is edited alone. */
async function heard(): Promise<string[]> {
  await desk.relay();
  const names = new Map([manager, engineer, foreman].map((one) => [one.telegramId, one.role]));
  return (await desk.sent())
    .filter(({ ring }) => ring !== "edit")
    .map(
      ({ chat, ring, text }) =>
        `${names.get(chat) ?? chat} ${ring}: ${text.split("\n")[0]?.replace(/<\/?b>/g, "")}`,
    )
    .toSorted();
}
const as = (person: UserActor) => desk.world.ctx(person);

test("the day of a task, with events from the verbs", async () => {
  const objectId = desk.object.id;
  const { id: taskId } = await createTask.run(as(engineer), {
    objectId,
    title: "Шов",
    assigneeId: foreman.id,
    deadline: "2026-09-11",
  });
  expect(await heard()).toEqual(["construction_itr always: 📌 Шов"]);

  const move = async (person: UserActor, to: string, more: Record<string, unknown> = {}) => {
    const [row] = await desk.world.db.read<{ version: number }>("select version from tasks where id = $1", [
      taskId,
    ]);
    await changeTaskStatus.run(as(person), { taskId, to, version: row?.version, ...more } as never);
    return heard();
  };
  expect(await move(foreman, "new", { reason: "нет фронта" })).toEqual([
    "project_manager always: 📌 Не берут: Шов",
    "pto always: 📌 Не берут: Шов",
  ]);
  expect(await move(manager, "assigned", { assigneeId: foreman.id })).toEqual([
    "construction_itr always: 📌 Шов",
    "pto never: 📌 Назначена: Шов",
  ]);
  expect(await move(foreman, "in_progress")).toEqual([
    "project_manager never: 📌 В работе: Шов",
    "pto never: 📌 В работе: Шов",
  ]);
  await undoTaskMove.run(as(foreman), { taskId });
  expect(await heard()).toEqual(["project_manager never: 📌 Назначена: Шов", "pto never: 📌 Назначена: Шов"]);
  await move(foreman, "in_progress");

  await commentTask.run(as(foreman), { taskId, text: "Где протокол?", mentions: [manager.id] });
  expect(await heard()).toEqual(["project_manager always: 📌 Шов", "pto always: 📌 Шов"]);

  const asked = await requestReschedule.run(as(foreman), {
    taskId,
    deadline: "2026-09-14",
    reason: "ждём узел",
  });
  expect(await heard()).toEqual([
    "project_manager always: 📌 Просят срок 14 сентября вместо 11 сентября",
    "pto always: 📌 Просят срок 14 сентября вместо 11 сентября",
  ]);
  await decideReschedule.run(as(manager), { requestId: asked.id, version: asked.version, to: "approved" });
  expect(await heard()).toEqual([
    "construction_itr always: 📌 Срок согласован: Шов",
    "pto always: 📌 Срок согласован: Шов",
  ]);

  const supply = await desk.world.as("supply");
  const blocker = { userId: supply.id };
  expect(await move(foreman, "blocked", { reason: "нет герметика", blocker })).toEqual([
    `${supply.telegramId} always: ⏸ Стоит: Шов`,
    "project_manager always: ⏸ Стоит: Шов",
    "pto never: ⏸ Стоит: Шов",
  ]);
  expect(await move(supply, "in_progress")).toEqual([
    "construction_itr always: 📌 В работе: Шов",
    "project_manager never: 📌 В работе: Шов",
    "pto never: 📌 В работе: Шов",
  ]);
  expect(await move(foreman, "review")).toEqual([
    "project_manager always: 📌 На проверке: Шов",
    "pto always: 📌 На проверке: Шов",
  ]);
  expect(await move(manager, "in_progress", { reason: "шов не заполнен" })).toEqual([
    "construction_itr always: 📌 Вернули: Шов",
    "pto always: 📌 Вернули: Шов",
  ]);
  await move(foreman, "review");
  expect(await move(engineer, "done")).toEqual([
    "construction_itr never: 📌 Выполнена: Шов",
    "project_manager never: 📌 Выполнена: Шов",
  ]);
});

test("after unblocking, the blocker's card says so and loses its buttons", async () => {
  const supply = await desk.world.as("supply");
  const { id: taskId } = await createTask.run(as(engineer), {
    objectId: desk.object.id,
    title: "Шов",
    assigneeId: foreman.id,
  });
  const reason = "нет герметика";
  const blocker = { userId: supply.id };
  await changeTaskStatus.run(as(foreman), { taskId, to: "blocked", version: 1, reason, blocker });
  await heard();
  await changeTaskStatus.run(as(manager), { taskId, to: "in_progress", version: 2 });
  await desk.relay();
  const his = (await desk.sent()).filter(({ chat }) => chat === supply.telegramId);
  expect(his.map(({ ring }) => ring)).toEqual(["never"]);
  expect(his[0]?.text).toContain("📌 В работе: Шов");
  expect(his[0]?.buttons.map(({ text }) => text)).toEqual(["Открыть"]);
});

test("new members by link and deputies, with events from the verbs", async () => {
  const objectId = desk.object.id;
  const admin = await desk.world.as("admin");
  const invite = (role: "installer" | "safety") =>
    createInvitation.run(as(manager), { objectId, role, days: 7, maxUses: 5 });
  const register = async (telegramId: string, fullName: string, code: string) =>
    registerUser.run(desk.world.ctx(desk.world.job("registration")), {
      telegramId,
      fullName,
      invitation: code,
    });

  await register("3000001", "Вадим Ершов", (await invite("installer")).code);
  expect(await heard()).toEqual([
    `${admin.telegramId} first: 👥 В команде: Вадим Ершов`,
    "project_manager first: 👥 В команде: Вадим Ершов",
  ]);
  const safety = await register("3000002", "Тамара Зыкова", (await invite("safety")).code);
  expect(await heard()).toEqual([
    `${admin.telegramId} first: 👥 Новый человек`,
    "project_manager first: 👥 Новый человек",
  ]);
  await changeUserStatus.run(as(admin), { userId: safety.id, to: "active", role: "safety", version: 1 });
  await desk.relay();
  const decided = await desk.sent();
  expect(
    decided
      .filter(({ card }) => card !== null)
      .every(({ text }) =>
        text.includes("Доступ открыт: Специалист по охране труда, СПК Блок Б. Решение: Тихонов"),
      ),
  ).toBe(true);
  expect(decided.find(({ chat }) => chat === "3000002")?.text).toContain("Объект  СПК Блок Б");

  await createObjectDelegation.run(as(manager), {
    objectId,
    principalId: foreman.id,
    deputyId: engineer.id,
    fromDay: "2026-09-09",
    toDay: "2026-09-12",
  });
  expect(await heard()).toEqual([
    "construction_itr first: 👥 Замещение: Белов\u00a0С.",
    "pto first: 👥 Замещение: Белов\u00a0С.",
  ]);
});
