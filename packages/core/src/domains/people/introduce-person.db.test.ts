import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { createInvitation } from "../invitations/index.ts";
import { changeUserStatus, introducePerson, listAvailableUsers, registerUser } from "./index.ts";

const TELEGRAM_ID = "3000777";
const DAY_MS = 86_400_000;
let world: World;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const introduced = (now = world.now) => introducePerson(world.db, TELEGRAM_ID, now);
const registration = (now = world.now) => ({ ...world.ctx(world.job("registration")), now });
const asked = { telegramId: TELEGRAM_ID, fullName: "Вадим Ершов" };

test("a stranger is shown the invitation opened in the chat; a link does not overrule a refusal", async () => {
  expect(await introduced()).toMatchObject({ standing: "unknown", fullName: null, invitation: null });
  const manager = await world.as("project_manager");
  const { id: objectId } = await world.createTestObject({ team: [] });
  const { code } = await createInvitation.run(world.ctx(await world.again(manager)), {
    objectId,
    role: "construction_itr",
  });
  const state = JSON.stringify({ invitation: code });
  await world.db.sql`
    insert into bot_dialogues (chat_id, user_id, state, updated_at)
    values (${TELEGRAM_ID}, ${TELEGRAM_ID}, ${state}::text::jsonb, ${world.now})`;
  expect((await introduced()).invitation).toMatchObject({
    object: { id: objectId },
    role: "construction_itr",
    invitedBy: manager.fullName,
  });

  const { id: userId } = await registerUser.run(registration(), asked);
  expect(await introduced()).toMatchObject({
    standing: "pending",
    fullName: "Вадим Ершов",
    askedAt: world.now.toISOString(),
  });
  const admin = await world.as("admin");
  const refusal = { userId, move: "refuse" as const, reason: "Не знаю его", version: 1 };
  await changeUserStatus.run(world.ctx(admin), refusal);
  const later = new Date(world.now.getTime() + DAY_MS);
  expect((await introduced()).refusal).toEqual({
    reason: "Не знаю его",
    by: admin.fullName,
    againAt: later.toISOString(),
    mayAsk: false,
  });
  expect((await introduced(later)).refusal?.mayAsk).toBe(true);

  const again = await registerUser.run(registration(later), { ...asked, again: true, invitation: code });
  expect(again).toMatchObject({ status: "pending", invitation: { accepted: true, joined: false } });
  await changeUserStatus.run(world.ctx(admin), { userId, move: "approve", version: 3 });
  const [role] = await world.db.read("select role from object_roles where user_id = $1", [userId]);
  expect(role).toEqual({ role: "construction_itr" });
});

test("people to add are found by any words of their name, in any order and case", async () => {
  const manager = await world.as("project_manager");
  const { id: objectId } = await world.createTestObject({ team: [] });
  const ctx = world.ctx(await world.again(manager));
  const found = async (search: string) =>
    (await listAvailableUsers.run(ctx, { objectId, search })).items.map(({ fullName }) => fullName);
  expect(await found("ершов ВАДИМ")).toEqual(["Вадим Ершов"]);
  expect(await found(" ершов  вад ")).toEqual(["Вадим Ершов"]);
  expect(await found("ершов сергей")).toEqual([]);
});
