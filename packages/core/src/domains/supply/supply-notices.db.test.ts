import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  closeQuiet,
  openRelayDesk,
  type RelayDesk,
  type Sent,
} from "../../platform/notify/testing/relay-desk.ts";
import { sweepSchedule } from "../../platform/schedule/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { readOfficeDays } from "../calendar/index.ts";
import { supplyDueRows } from "./supply-due-rows.ts";
import { changeSupplyStatus, promiseSupply, requestSupply, updateSupply } from "./index.ts";
import { insertOrder } from "./testing/insert-order.ts";

let desk: RelayDesk;
let people: Record<"foreman" | "manager" | "buyer" | "director" | "production", UserActor>;
beforeEach(async () => {
  desk = await openRelayDesk();
  const { world } = desk;
  people = {
    foreman: await world.as("construction_itr"),
    manager: await world.as("project_manager"),
    buyer: await world.as("supply"),
    director: await world.as("director"),
    production: await world.as("production"),
  };
});
afterEach(() => closeQuiet(desk));

const told = async (): Promise<Sent[]> => {
  await desk.relay();
  return desk.sent();
};
const to = (...whom: (keyof typeof people)[]) => whom.map((one) => people[one].telegramId).toSorted();
const chats = (sent: readonly Sent[]) => sent.map(({ chat }) => chat).toSorted();
const captions = (sent: readonly Sent[], who: keyof typeof people) =>
  sent.find(({ chat }) => chat === people[who].telegramId)?.buttons.map(({ text }) => text);
const request = (amount?: string) =>
  requestSupply.run(desk.world.ctx(people.foreman), {
    objectId: desk.object.id,
    title: "Герметик <шовный>",
    quantity: "400",
    why: "на складе 22 шт",
    ...(amount === undefined ? {} : { amount }),
  });
const move = (actor: UserActor, orderId: number, version: number, asked: object) =>
  changeSupplyStatus.run(desk.world.ctx(actor), { orderId, version, ...asked } as never);

test("a request rings with its buttons where it is decided: at the manager's, above the limit at the director's", async () => {
  await request("186000");
  const within = await told();
  expect(chats(within)).toEqual(to("manager"));
  expect(captions(within, "manager")).toEqual(["Согласовать", "Отклонить", "Открыть"]);
  expect(within[0]?.text).toContain("Герметик &lt;шовный&gt; · 400");
  expect(within[0]?.text).toContain("Сумма  186");
  expect(within[0]?.text).toContain("Зачем  на складе 22 шт");
  await request("1740000");
  const above = await told();
  expect(chats(above)).toEqual(to("manager", "director"));
  expect(captions(above, "director")).toEqual(["Согласовать", "Отклонить", "Открыть"]);
  expect(captions(above, "manager")).toEqual(["Открыть"]);
  expect(above[0]?.text).toContain("выше предела, решает директор");
});

test("an amount that grows above the limit goes on to the director", async () => {
  const { id: orderId } = await request();
  await told();
  await updateSupply.run(desk.world.ctx(people.buyer), { orderId, version: 1, amount: "900000" });
  const sent = await told();
  expect(sent.filter(({ chat }) => chat === people.director.telegramId)).toHaveLength(1);
  expect(captions(sent, "director")).toContain("Согласовать");
});

test("what was approved rings at supply, what was shipped on the site, a difference at supply and the manager's", async () => {
  const { world, object } = desk;
  const { id: orderId } = await request("1000");
  await told();
  await move(people.manager, orderId, 1, { move: "approve" });
  const approved = await told();
  expect(captions(approved, "buyer")).toEqual(["Заказано", "Открыть"]);
  await move(people.buyer, orderId, 2, { move: "order", supplier: "ООО «Снаб»", promisedOn: "2026-09-12" });
  await told();
  await move(people.buyer, orderId, 3, { move: "ship" });
  const shipped = await told();
  expect(chats(shipped)).toEqual(expect.arrayContaining(to("foreman", "manager")));
  // Receiving is offered when it has come, not when it has left.
  expect(captions(shipped, "foreman")).toEqual(["Открыть"]);
  const fileIds = [await photoOf(world.ctx(people.foreman), people.foreman, object.id)];
  await move(people.foreman, orderId, 4, { move: "receive", quantity: "390", fileIds });
  const received = await told();
  const missing = received.find(
    ({ chat, text }) => chat === people.buyer.telegramId && text.includes("Расхождение"),
  );
  expect(missing?.text).toContain("Не хватает  Герметик &lt;шовный&gt;, 10");
  expect(missing?.buttons.map(({ text }) => text)).toEqual(["Довезли", "Претензия", "Открыть"]);
});

/** Moves the clock, sweeps as the scheduler does, and relays. */
async function sweepAt(instant: string): Promise<Sent[]> {
  const now = () => new Date(instant);
  desk.deps.now = now;
  await sweepSchedule(
    { db: desk.world.db, now, warn: desk.deps.warn },
    { due: supplyDueRows, paced: [], readOfficeDays },
  );
  return told();
}

test("on the promised day the site is told at its shift of what is on its way, with «Приехало»", async () => {
  const { world, object } = desk;
  const order = { requesterId: people.buyer.id, promisedOn: "2026-09-10" };
  await insertOrder(world.ctx(people.buyer), object.id, { ...order, status: "shipped" });
  await insertOrder(world.ctx(people.buyer), object.id, { ...order, status: "ordered" });
  expect(await sweepAt("2026-09-10T04:59:00Z")).toEqual([]);
  const due = await sweepAt("2026-09-10T05:00:00Z");
  expect(chats(due)).toEqual(to("foreman"));
  expect(captions(due, "foreman")).toEqual(["Приехало", "Открыть"]);
  expect(await sweepAt("2026-09-10T05:15:00Z")).toEqual([]);
});

test("a late delivery is told once for each promised day, to those whose work it holds, with another day for supply", async () => {
  const { world, object } = desk;
  const orderId = await insertOrder(world.ctx(people.buyer), object.id, {
    requesterId: people.foreman.id,
    status: "ordered",
    promisedOn: "2026-09-10",
  });
  expect(await sweepAt("2026-09-10T15:00:00Z")).toEqual([]);
  expect(await sweepAt("2026-09-11T05:59:00Z")).toEqual([]);
  const late = await sweepAt("2026-09-11T06:00:00Z");
  expect(chats(late)).toEqual(to("foreman", "manager", "buyer", "production"));
  expect(late[0]?.text).toContain("Опаздывает");
  expect(captions(late, "buyer")).toEqual(["Новая дата", "Открыть"]);
  expect(captions(late, "foreman")).toEqual(["Открыть"]);
  expect(await sweepAt("2026-09-11T06:15:00Z")).toEqual([]);
  const ctx = world.ctx(people.buyer, { now: new Date("2026-09-11T07:00:00Z") });
  await promiseSupply.run(ctx, { orderId, version: 1, promisedOn: "2026-09-14", reason: "нет сырья" });
  await told();
  expect(chats(await sweepAt("2026-09-15T06:00:00Z"))).toHaveLength(4);
});
