import { randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadActor } from "../../kernel/index.ts";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createInvitation, joinByInvitation } from "../invitations/index.ts";
import { createObject } from "../objects/verbs.ts";
import { USUAL_SETTINGS } from "../people/notification-settings.ts";
import { changeUserRole, getUser, saveNotificationSettings, updateMe } from "../people/verbs.ts";
import { endAllSessions, endSession, removePasskey } from "./verbs.ts";
import { decideFact } from "../facts/verbs.ts";
import { type FactScene, openFactScene } from "../facts/testing/fact-scene.ts";

const { passkeys, sessions, signInLinks } = schema;

let world: World;
let scene: FactScene;
let foreman: UserActor;
let manager: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  scene = await openFactScene(world);
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

const later = new Date("2026-09-12T07:00:00.000Z");

/** The user in a session that a link of the maker began. */
async function inSessionOf(user: UserActor, maker: UserActor): Promise<UserActor> {
  const [row] = await world.db.orm
    .insert(sessions)
    .values({
      family: randomUUID(),
      userId: user.id,
      kind: "given",
      browser: "Chrome",
      address: "203.0.113.7",
      givenBy: maker.id,
      createdAt: world.now,
      lastSeenAt: world.now,
      expiresAt: later,
    })
    .returning();
  const actor = await loadActor(world.db, { userId: user.id, sessionId: row?.id ?? 0 }, world.now);
  if (actor === null) throw new Error("the session was not found");
  return actor;
}

const confirm = (actor: UserActor, factId: number) =>
  decideFact.run(world.ctx(actor), { factId, version: 1, move: "confirm" } as never);
const statusOf = async (factId: number) => {
  const [row] = await world.db.read<{ status: string }>("select status from daily_plan_fact where id = $1", [
    factId,
  ]);
  return row?.status;
};

test("in a session by an admin's link nobody confirms what that admin entered, but confirms others' entries", async () => {
  const { fact } = await scene.enter({ quantity: "2" });
  const madeByForeman = await inSessionOf(manager, foreman);
  expect(madeByForeman.session?.givenBy).toBe(foreman.id);
  const refusal = await refusalOf(confirm(madeByForeman, fact.id));
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "session_of_doer" } });
  expect(await statusOf(fact.id)).toBe("submitted");
  const madeByOther = await inSessionOf(manager, await world.as("supply"));
  await confirm(madeByOther, fact.id);
  expect(await statusOf(fact.id)).toBe("confirmed");
});

test("the maker of a used link does not confirm that user's entries, in no session and not in the chat", async () => {
  const { fact } = await scene.enter({ quantity: "3", confirmDuplicate: true });
  const link = { userId: foreman.id, madeBy: manager.id, tokenHash: randomUUID() };
  const times = { createdAt: world.now, expiresAt: later };
  await world.db.orm.insert(signInLinks).values({ ...link, ...times });
  const beforeUse = await loadActor(world.db, { telegramId: manager.telegramId }, world.now);
  expect(beforeUse?.gaveSessionsTo).toBeUndefined();
  await world.db.orm.update(signInLinks).set({ usedAt: world.now });
  const maker = await loadActor(world.db, { telegramId: manager.telegramId }, world.now);
  if (maker === null) throw new Error("the manager is gone");
  const refusal = await refusalOf(confirm(maker, fact.id));
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "session_of_doer" } });
  expect(await statusOf(fact.id)).toBe("submitted");
  await confirm(await world.as("pto"), fact.id);
  expect(await statusOf(fact.id)).toBe("confirmed");
});

test("two sessions by one admin's links are one person: the second does not confirm what the first entered", async () => {
  const admin = await world.as("admin");
  const times = { createdAt: world.now, expiresAt: later, usedAt: world.now };
  await world.db.orm
    .insert(signInLinks)
    .values({ userId: foreman.id, madeBy: admin.id, tokenHash: randomUUID(), ...times });
  const { fact } = await scene.enter({ quantity: "1", confirmDuplicate: true });
  const refusal = await refusalOf(confirm(await inSessionOf(manager, admin), fact.id));
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "session_of_doer" } });
  expect(await statusOf(fact.id)).toBe("submitted");
});

test("in a session by an admin's link nothing of the account is changed or taken away but that session", async () => {
  const given = await inSessionOf(foreman, await world.as("admin"));
  const [passkey] = await world.db.orm
    .insert(passkeys)
    .values({
      userId: foreman.id,
      credentialId: "a",
      publicKey: "b",
      counter: 0,
      name: "Chrome",
      createdAt: world.now,
    })
    .returning();
  const own = await inSessionOf(foreman, await world.as("supply"));
  const ctx = world.ctx(given);
  const before = await world.traces();
  const refused = await Promise.all([
    refusalOf(removePasskey.run(ctx, { passkeyId: passkey?.id ?? 0 })),
    refusalOf(endAllSessions.run(ctx, {})),
    refusalOf(endSession.run(ctx, { sessionId: own.session?.id ?? 0 })),
    refusalOf(updateMe.run(ctx, { timeZone: "Asia/Omsk" })),
    refusalOf(saveNotificationSettings.run(ctx, { ...USUAL_SETTINGS, muted: ["facts"] })),
  ]);
  expect(refused.map(({ details }) => details)).toMatchObject(
    refused.map(() => ({ sentence: "session_is_given" })),
  );
  expect(await world.traces()).toEqual(before);
  await endSession.run(ctx, { sessionId: given.session?.id ?? 0 });
});

test("in a session by an admin's link nobody joins an object or makes one of their own", async () => {
  const given = await inSessionOf(manager, await world.as("admin"));
  const invitation = await createInvitation.run(world.ctx(await world.as("project_manager")), {
    objectId: (await world.createTestObject()).id,
    role: "geodesist",
  });
  const before = await world.traces();
  const refused = [
    await refusalOf(joinByInvitation.run(world.ctx(given), { code: invitation.code })),
    await refusalOf(
      createObject.run(world.ctx(given), {
        name: "Чужой",
        city: "Казань",
        address: "ул. Садовая, 5",
        customer: "ООО «Лицей»",
        facadeTypes: ["nvf"],
      } as never),
    ),
  ];
  expect(refused.map(({ details }) => details)).toMatchObject([
    { sentence: "session_is_given" },
    { sentence: "session_is_given" },
  ]);
  expect(await world.traces()).toEqual(before);
});

test("sessions by an admin's links end when the admin is one no more", async () => {
  const maker = await world.createUser({ role: "admin" });
  const session = await inSessionOf(foreman, maker);
  const asked = { userId: session.id, sessionId: session.session?.id ?? 0 };
  expect(await loadActor(world.db, asked, world.now)).not.toBeNull();
  const { version } = await getUser.run(world.ctx(await world.as("admin")), { userId: maker.id });
  await changeUserRole.run(world.ctx(await world.as("admin")), { userId: maker.id, role: "safety", version });
  expect(await loadActor(world.db, asked, world.now)).toBeNull();
});
