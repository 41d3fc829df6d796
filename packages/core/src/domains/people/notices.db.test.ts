import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeUserRole } from "./change-user-role.ts";
import { getUser } from "./get-user.ts";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";

let desk: RelayDesk;
let admin: UserActor;
let manager: UserActor;
let foreman: UserActor;
beforeEach(async () => {
  desk = await openRelayDesk();
  admin = await desk.world.as("admin");
  manager = await desk.world.as("project_manager");
  foreman = await desk.world.as("construction_itr");
});
afterEach(() => closeQuiet(desk));

async function invitationUsedBy(person: UserActor, role: "installer" | "safety"): Promise<number> {
  const { world, object } = desk;
  const { now } = world;
  const [invitation] = await world.db.orm
    .insert(schema.invitations)
    .values({
      code: "qwertyuiopasdfghjklzxc",
      objectId: object.id,
      role,
      maxUses: 5,
      uses: 1,
      expiresAt: new Date(now.getTime() + 86_400_000),
      createdBy: manager.id,
      createdAt: now,
    })
    .returning({ id: schema.invitations.id });
  const invitationId = invitation?.id ?? 0;
  await world.db.orm.insert(schema.invitationUses).values({ invitationId, userId: person.id, usedAt: now });
  return invitationId;
}

test("a new member by link is announced to the admins and the inviter, not to the user", async () => {
  const person = await desk.world.createUser({ role: "installer", fullName: "Вадим <b> Ершов" });
  const invitationId = await invitationUsedBy(person, "installer");
  const payload = { invitationId, role: "installer", objectId: desk.object.id };
  await desk.happen({
    type: "user.joined",
    entityType: "user",
    entityId: person.id,
    actorId: person.id,
    payload,
  });
  await desk.relay();
  const sent = await desk.sent();
  expect(sent.map((message) => message.chat)).toEqual([admin.telegramId, manager.telegramId]);
  expect(sent[0]?.text).toBe(
    "<b>👥 В команде: Вадим &lt;b&gt; Ершов</b>\n────────────────\nРоль  Монтажник\nОбъект  СПК Блок Б\nИсточник  приглашение, Дёмин",
  );
  const rows = await desk.notifications();
  expect(rows.map(({ category, deepLink }) => [category, deepLink])).toEqual([
    ["people", `o${desk.object.id}_team`],
    ["people", `o${desk.object.id}_team`],
  ]);
});

test("a new user's card names the inviter; only an admin may decide", async () => {
  const person = await desk.world.createUser({ role: null, status: "pending", fullName: "Вадим Ершов" });
  await invitationUsedBy(person, "safety");
  const event = { entityType: "user", entityId: person.id, actorId: null, payload: {} };
  await desk.happen({ type: "user.registered", ...event });
  await desk.relay();
  const [toAdmin, toManager, ...others] = await desk.sent();
  expect(others).toEqual([]);
  expect([toAdmin?.chat, toManager?.chat]).toEqual([admin.telegramId, manager.telegramId]);
  expect(toAdmin?.text).toContain("Источник  приглашение, Дёмин, СПК Блок Б");
  expect(toAdmin?.buttons[0]?.data).toBe(`u:g:${person.id}:safety`);
  expect(toManager?.text).toBe(toAdmin?.text);
  expect(toManager?.buttons).toEqual([]);
});

test("a changed role is told to the person, with what it may do", async () => {
  const { version } = await getUser.run(desk.world.ctx(admin), { userId: foreman.id });
  await changeUserRole.run(desk.world.ctx(admin), { userId: foreman.id, version, role: "pto" });
  await desk.relay();
  const [message, ...others] = await desk.sent();
  expect(others).toEqual([]);
  expect(message).toMatchObject({ chat: foreman.telegramId });
  expect(message?.text).toBe("<b>👥 У вас другая роль</b>\n────────────────\nРоль  Инженер ПТО");
  expect(message?.buttons).toEqual([{ text: "Показать, что умею", data: "c:help" }]);
  const [row, ...rest] = await desk.notifications();
  expect(rest).toEqual([]);
  expect(row).toMatchObject({
    userId: foreman.id,
    type: "access.role_changed",
    category: "people",
    unread: true,
  });
});

test("deputy and absent user are notified of the days, and of the end on the same card", async () => {
  const { world, object } = desk;
  const [row] = await world.db.orm
    .insert(schema.delegations)
    .values({
      principalId: foreman.id,
      deputyId: manager.id,
      objectId: object.id,
      fromDay: "2026-09-14",
      toDay: "2026-09-20",
      createdBy: foreman.id,
      createdAt: world.now,
    })
    .returning({ id: schema.delegations.id });
  const id = row?.id ?? 0;
  const subject = { entityType: "delegation", entityId: id, payload: {} };
  await desk.happen({ type: "delegation.created", ...subject, actorId: foreman.id });
  await desk.relay();
  const [card, ...others] = await desk.sent();
  expect(others).toEqual([]);
  expect(card).toMatchObject({ chat: manager.telegramId, card: `delegation:${id}`, ring: "first" });
  expect(card?.text).toBe(
    "<b>👥 Замещение: Белов\u00a0С.</b>\n────────────────\nЗамещает  Дёмин\u00a0О.\nДни  14 сентября – 20 сентября\nОбъект  СПК Блок Б",
  );
  await world.db.sql`update delegations set ended_at = ${world.now} where id = ${id}`;
  await desk.happen({ type: "delegation.ended", ...subject, actorId: admin.id });
  await desk.relay();
  const ended = await desk.sent();
  expect(ended.map(({ chat, ring }) => [chat, ring])).toEqual([
    [manager.telegramId, "always"],
    [foreman.telegramId, "always"],
  ]);
  expect(ended[0]?.text).toContain("<b>👥 Замещение окончено: Белов");
  expect((await desk.notifications()).map((one) => one.userId)).toEqual([manager.id, foreman.id]);
});
