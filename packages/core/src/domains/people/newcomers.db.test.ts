import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type RelayDesk, openRelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { World } from "../../testing/index.ts";
import { changeUserStatus, registerUser } from "./index.ts";

let desk: RelayDesk;
let world: World;

beforeEach(async () => {
  desk = await openRelayDesk();
  ({ world } = desk);
});
afterEach(() => desk.close());

describe("people", () => {
  const newcomer = () =>
    registerUser.run(world.ctx(world.job("registration")), {
      telegramId: "3000001",
      fullName: "Вадим Ершов",
      phone: "+79990001122",
    });

  test("admins get the card of a new user; after the decision it shows the decider, and the user is notified", async () => {
    const admin = await world.as("admin");
    const { id: userId } = await newcomer();
    await desk.relay();
    const [card] = await desk.deliveries();
    expect(card).toMatchObject({ chat: admin.telegramId, card: `user.registered:${userId}` });
    expect(card?.text).toContain("+7 999 ••• 11 22");
    const input = { userId, to: "active", role: "construction_itr", version: 1 } as const;
    await changeUserStatus.run(world.ctx(admin), input);
    await desk.relay();
    const sent = await desk.deliveries();
    expect(sent).toHaveLength(3);
    expect(sent[1]?.text).toContain("Решение: Тихонов");
    expect(sent[2]).toMatchObject({ chat: "3000001", card: null });
    expect(sent[2]?.text).toContain("Доступ открыт");
    const rows = await desk.notifications();
    expect(rows.map((row) => row.key)).toEqual([`user.registered:${userId}`, `user.access:${userId}`]);
    expect(rows.every((row) => /^n\d+$/.test(row.deepLink))).toBe(true);
  });

  test("a rejected user learns the reason and whom to ask", async () => {
    const { id: userId } = await newcomer();
    const reason = "Нет такого сотрудника";
    await changeUserStatus.run(world.ctx(await world.as("admin")), {
      userId,
      to: "rejected",
      reason,
      version: 1,
    });
    await desk.relay();
    const toPerson = (await desk.deliveries()).filter((sent) => sent.chat === "3000001");
    expect(toPerson).toHaveLength(1);
    expect(toPerson[0]?.text).toContain(`Причина  ${reason}\nЕсли это ошибка: Тихонов`);
  });

  test("a refused user who asks again calls the admins again, with the reason of before", async () => {
    const { id: userId } = await newcomer();
    const admin = await world.as("admin");
    await changeUserStatus.run(world.ctx(admin), {
      userId,
      move: "refuse",
      reason: "Не знаю его",
      version: 1,
    });
    await desk.relay();
    const before = (await desk.deliveries()).length;
    const later = {
      ...world.ctx(world.job("registration")),
      now: new Date(world.now.getTime() + 86_400_000),
    };
    const asked = { telegramId: "3000001", fullName: "Вадим Ершов" };
    expect((await registerUser.run(later, asked)).status).toBe("rejected");
    expect((await registerUser.run(later, { ...asked, again: true })).status).toBe("pending");
    await desk.relay();
    const sent = (await desk.deliveries()).slice(before);
    expect(sent).toMatchObject([{ chat: admin.telegramId, card: `user.registered:${userId}` }]);
    expect(sent[0]?.text).toContain("Просит снова. Прежний отказ  Не знаю его");
    expect(sent[0]?.text).not.toContain("Решение");
  });
});
