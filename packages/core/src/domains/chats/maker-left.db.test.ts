import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { createDelegation, endDelegation } from "../delegations/index.ts";
import { linkChat } from "./index.ts";

let desk: RelayDesk;
beforeEach(async () => {
  desk = await openRelayDesk();
});
afterEach(() => closeQuiet(desk));

test("a manager who takes a deputyship back hears of the chat that the deputy linked", async () => {
  const { world, object } = desk;
  const manager = await world.as("project_manager");
  const deputy = await world.createUser({ role: "geodesist" });
  const days = { fromDay: "2026-09-08", toDay: "2026-09-09" };
  const { id, version } = await createDelegation.run(world.ctx(manager), {
    deputyId: deputy.id,
    objectId: object.id,
    ...days,
  });
  const place = { chatId: "-1007", threadId: null, title: "Чат замещения", topic: null };
  await linkChat.run(world.ctx(await world.again(deputy)), { objectId: object.id, place });
  await desk.relay();
  await desk.sent();
  await endDelegation.run(world.ctx(manager), { delegationId: id, version });
  await desk.relay();
  const texts = (await desk.sent()).filter(({ chat }) => chat === manager.telegramId).map(({ text }) => text);
  expect(texts.join("\n")).toContain("Чат замещения");
});
