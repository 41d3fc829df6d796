import { afterEach, beforeEach, expect, test } from "vitest";
import { changeUserStatus, registerUser } from "./index.ts";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";

let desk: RelayDesk;
beforeEach(async () => {
  desk = await openRelayDesk();
});
afterEach(() => closeQuiet(desk));

const register = (telegramId: string, asAdmin: boolean) =>
  registerUser.run(desk.world.ctx(desk.world.job("registration")), {
    telegramId,
    fullName: "Олег Первый",
    asAdmin,
  });

test("a first admin, answered in the registration dialogue, is not notified again; a user approved by an admin is", async () => {
  const { world } = desk;
  await register("3000001", true);
  const { id: userId } = await register("3000002", false);
  const admin = world.ctx(await world.as("admin"));
  await changeUserStatus.run(admin, { userId, to: "active", role: "pto", version: 1 });
  await desk.relay();
  const opened = (await desk.sent()).filter(({ text }) => text.includes("✅ Доступ открыт"));
  expect(opened.map(({ chat }) => chat)).toEqual(["3000002"]);
});
