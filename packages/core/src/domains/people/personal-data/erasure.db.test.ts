import { randomUUID } from "node:crypto";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAudit } from "../../administration/index.ts";
import { enterFact } from "../../facts/index.ts";
import { getObject, getObjectTeam } from "../../objects/index.ts";
import { getShiftReport } from "../../shift-reports/index.ts";
import { loadActor } from "../../../kernel/index.ts";
import { sealAudit, verifyAuditChain } from "../../../platform/maintenance/index.ts";
import { openRelayDesk, type RelayDesk } from "../../../platform/notify/testing/relay-desk.ts";
import { refusalOf, type TestObject, type World } from "../../../testing/index.ts";
import { listMyApprovals } from "../../verbs.ts";
import { changeUserStatus } from "../change-user-status.ts";
import { getUser } from "../get-user.ts";
import { findAccount, registerUser } from "../register-user.ts";
import { updateMe } from "../update-me.ts";
import { agreeAgain } from "./agree-again.ts";
import { askErasure } from "./ask-erasure.ts";
import { getMyConsent } from "./get-my-consent.ts";

const OF_THE_PERSON = ["Ядвига", "Забываемая", "79160001122", "3456789", "yadviga_z", "198.51.100.7"];
const TELEGRAM_ID = "3456789";
const reason = "просит по заявлению";

let desk: RelayDesk;
let world: World;
let object: TestObject;
let admin: UserActor;
let person: { id: number };
let ledger: unknown;

/** Tables in which a word stands, searched in every column of every table. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await world.db.read<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    [],
  );
  const found = [];
  for (const { name } of tables) {
    const [row] = await world.db.read<{ held: boolean }>(
      `select exists (select from "${name}" t where position($1::text in to_jsonb(t)::text) > 0) as held`,
      [word],
    );
    if (row?.held === true) found.push(name);
  }
  return found;
}

const ledgerOf = () =>
  world.db.read(`select id, author_id, quantity, status from daily_plan_fact order by id`, []);
const contextOf = async (userId: number) => {
  const actor = await loadActor(world.db, { userId }, world.now);
  if (actor === null) throw new Error("nobody");
  return world.ctx(actor);
};

beforeAll(async () => {
  desk = await openRelayDesk({});
  ({ world, object } = desk);
  admin = await world.as("admin");
  person = await registerUser.run(world.ctx(world.job("registration")), {
    telegramId: TELEGRAM_ID,
    fullName: "Ядвига Временная",
    phone: "+79160001122",
    username: "yadviga_z",
    consent: "chat",
  });
  const { id } = person;
  const open = { userId: id, move: "approve", role: "construction_itr", version: 1 } as const;
  await changeUserStatus.run(world.ctx(admin), open);
  await updateMe.run(await contextOf(id), { fullName: "Ядвига Забываемая" });
  const { sql } = world.db;
  await sql`insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${id}, 'construction_itr', ${world.now})`;
  await enterFact.run(await contextOf(id), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "12",
  } as never);
  await sql`insert into passkeys (user_id, credential_id, public_key, counter, name, created_at)
    values (${id}, 'c', 'k', 0, 'Ключ: Ядвига', ${world.now})`;
  await sql`insert into sessions (family, user_id, kind, browser, address, created_at, last_seen_at, expires_at)
    values (${randomUUID()}, ${id}, 'telegram', 'Chrome', '198.51.100.7', ${world.now}, ${world.now}, ${world.now})`;
  await sql`insert into bot_dialogues (chat_id, user_id, state, updated_at)
    values (${TELEGRAM_ID}, ${TELEGRAM_ID}, '{"name": "Ядвига"}', ${world.now})`;
  await sql`insert into bot_updates (update_id, chat_id, payload, received_at)
    values (77, ${TELEGRAM_ID}, '{"text": "Ядвига"}', ${world.now})`;
  await sql`insert into object_drafts (created_by, data, created_at, updated_at)
    values (${id}, '{"name": "Дом, Ядвига"}', ${world.now}, ${world.now})`;
  await sql`insert into crews (code, name, lead, lead_user_id, size, object_id)
    values ('Я', 'Монтажники', 'Ядвига Забываемая', ${id}, 4, ${object.id})`;
  await sql`insert into notification_settings (user_id) values (${id})`;
  await desk.relay();
  while ((await sealAudit(world.db)) > 0);
  ledger = await ledgerOf();
});
afterAll(() => desk.close());

describe("before the erasure", () => {
  test("every personal word is held somewhere, and the log reads as it always did", async () => {
    for (const word of OF_THE_PERSON) expect(await tablesWith(word), word).not.toEqual([]);
    const told = await listAudit.run(world.ctx(admin), { kind: "user", id: person.id });
    const changes = told.items.flatMap((item) => item.changes);
    expect(changes).toContainEqual({ field: "Имя", before: "Ядвига Временная", after: "Ядвига Забываемая" });
    const found = await listAudit.run(world.ctx(admin), { text: "Ядвига Забываемая" });
    expect(found.items.map(({ action }) => action)).toContain("me.update");
  });

  test("no audit row holds a personal word", async () => {
    for (const word of OF_THE_PERSON) expect(await tablesWith(word)).not.toContain("audit_log");
  });

  test("neither oneself nor the last administrator is erased, and a reason is needed", async () => {
    const before = await world.traces();
    const asked = { move: "erase", version: 1, reason } as const;
    const own = await refusalOf(changeUserStatus.run(world.ctx(admin), { ...asked, userId: admin.id }));
    expect(own).toMatchObject({ code: "forbidden", details: { sentence: "own_account" } });
    const silent = { userId: person.id, move: "erase", version: 3 } as never;
    expect((await refusalOf(changeUserStatus.run(world.ctx(admin), silent))).code).toBe("validation_failed");
    const director = world.ctx(await world.as("director"));
    const foreign = changeUserStatus.run(director, { ...asked, userId: person.id, version: 3 });
    expect((await refusalOf(foreign)).code).toBe("forbidden");
    expect(await world.traces()).toEqual(before);
    expect(await tablesWith("Забываемая")).toContain("users");
  });
});

describe("after the erasure", () => {
  beforeAll(async () => {
    const card = await getUser.run(world.ctx(admin), { userId: person.id });
    expect(card.can.actions).toContain("erase");
    const asked = { userId: person.id, move: "erase", version: card.version, reason } as const;
    const erased = await changeUserStatus.run(world.ctx(admin), asked);
    expect(erased).toMatchObject({ status: "erased", fullName: `Удалённый пользователь ${person.id}` });
    expect(erased).toMatchObject({ telegramId: null, phone: null, username: null, can: { actions: [] } });
    await desk.relay();
  });

  test("no word of the person is held in any table", async () => {
    const inMessages = ["deliveries", "notifications"];
    for (const word of OF_THE_PERSON) {
      const found = await tablesWith(word);
      expect(
        found.filter((table) => !inMessages.includes(table)),
        word,
      ).toEqual([]);
    }
    // What others were told of the work stays until it is deleted by age.
    const told = await world.db.read(
      `select from notifications where user_id = $1 or entity_type = 'user' and entity_id = $1`,
      [person.id],
    );
    const sent = await world.db.read(`select from deliveries where user_id = $1 or chat_id = $2`, [
      person.id,
      TELEGRAM_ID,
    ]);
    expect([...told, ...sent]).toEqual([]);
  });

  test("the ledger is whole, and the chain of the audit log verifies", async () => {
    expect(await ledgerOf()).toEqual(ledger);
    while ((await sealAudit(world.db)) > 0);
    expect(await verifyAuditChain(world.db)).toMatchObject({ broken: null, fault: null, unsealed: 0 });
  });

  test("they are in no team, and papers call them by all the words", async () => {
    const manager = await contextOf((await world.as("project_manager")).id);
    const { members } = await getObjectTeam.run(manager, { objectId: object.id });
    const { team } = await getObject.run(manager, { objectId: object.id });
    expect([...members, ...team].map(({ userId }) => userId)).not.toContain(person.id);
    expect(members.length).toBeGreaterThan(0);
    const journal = { objectId: object.id, kind: "journal", date: "2026-09-08" } as const;
    const { text } = await getShiftReport.run(manager, journal);
    expect(text).toContain(`Работы вели: Удалённый пользователь ${person.id}`);
  });

  test("the log says that something was erased, and why", async () => {
    const { items } = await listAudit.run(world.ctx(admin), { kind: "user", id: person.id });
    expect(items).toContainEqual(expect.objectContaining({ what: "Удалены персональные данные", reason }));
    const register = items.find(({ action }) => action === "user.register");
    expect(register?.changes).toContainEqual({ field: "Имя", before: null, after: "удалено" });
    const words = await listAudit.run(world.ctx(admin), { text: "Забываемая" });
    expect(words.items).toEqual([]);
  });

  test("nobody comes back by the old Telegram id, and may register anew as somebody new", async () => {
    expect(await loadActor(world.db, { telegramId: TELEGRAM_ID }, world.now)).toBeNull();
    expect(await loadActor(world.db, { userId: person.id }, world.now)).toBeNull();
    expect(await findAccount(world, TELEGRAM_ID)).toBeNull();
    for (const move of ["reactivate", "approve"] as const) {
      const asked = { userId: person.id, move, role: "admin", version: 4, reason };
      const refused = await refusalOf(changeUserStatus.run(world.ctx(admin), asked as never));
      expect(refused.code).toMatch(/conflict|validation_failed/);
    }
    const anew = await registerUser.run(world.ctx(world.job("registration")), {
      telegramId: TELEGRAM_ID,
      fullName: "Ядвига Новая",
      consent: "app",
    });
    expect(anew).toMatchObject({ status: "pending", role: null });
    expect(anew.id).not.toBe(person.id);
  });
});

test("rows of the time when names stood in them are read without the names, and stay as they are", async () => {
  const old = await world.createUser({ fullName: "Прохор Давний" });
  await world.db.sql`
    insert into audit_log (command_id, action, entity_type, entity_id, request_id, at, before, after)
    values (${randomUUID()}, 'me.update', 'user', ${old.id}, 'r', ${world.now},
      '{"fullName": "Прохор Прежний", "locale": "ru"}', '{"fullName": "Прохор Давний", "locale": "en"}')`;
  const read = async () => (await listAudit.run(world.ctx(admin), { kind: "user", id: old.id })).items;
  expect((await read()).at(-1)?.changes).toContainEqual({
    field: "Имя",
    before: "Прохор Прежний",
    after: "Прохор Давний",
  });
  await changeUserStatus.run(world.ctx(admin), { userId: old.id, move: "erase", version: 1, reason });
  expect(JSON.stringify(await read())).not.toContain("Прохор");
  while ((await sealAudit(world.db)) > 0);
  expect(await verifyAuditChain(world.db)).toMatchObject({ broken: null, unsealed: 0 });
});

describe("a request for erasure", () => {
  let asking: { id: number };
  const waiting = async () =>
    (await listMyApprovals.run(world.ctx(admin), { kind: "erasure", limit: 50 } as never)).items;
  const theirs = async () => (await waiting()).filter(({ id }) => id === asking.id);
  const cards = () =>
    world.db.read<{ text: string }>(
      `select text from notifications where type = 'user.erasure_asked' and entity_id = $1`,
      [asking.id],
    );

  beforeAll(async () => {
    asking = await world.createUser({ fullName: "Зоя Просящая" });
    await askErasure.run(await contextOf(asking.id), {});
    await desk.relay();
  });

  test("waits for the administrators with its day, on their list and on the person's page", async () => {
    expect(await theirs()).toMatchObject([{ kind: "erasure", title: "Зоя Просящая", due: "2026-09-22" }]);
    const card = await getUser.run(world.ctx(admin), { userId: asking.id });
    expect(card.erasure).toEqual({ askedAt: world.now.toISOString(), dueOn: "2026-09-22" });
    const manager = world.ctx(await world.as("project_manager"));
    expect(await getUser.run(manager, { userId: asking.id })).not.toHaveProperty("erasure");
    const own = await getMyConsent.run(await contextOf(asking.id), {});
    expect(own).toMatchObject({ dueOn: "2026-09-22", askedAt: world.now.toISOString() });
    await world.rebuildDecisions();
    expect(await theirs()).toHaveLength(1);
    expect(await cards()).toMatchObject([{ text: expect.stringContaining("10 рабочих дней") }]);
  });

  test("is taken back by agreeing again, and what was agreed to before stays", async () => {
    await agreeAgain.run(await contextOf(asking.id), {});
    expect(await theirs()).toEqual([]);
    const own = await getMyConsent.run(await contextOf(asking.id), {});
    expect(own).toMatchObject({ way: "app", withdrawnAt: null, askedAt: null, dueOn: null });
    expect(own.text?.words).toContain("«Согласиться снова»");
    const kept = await world.db.read(
      `select withdrawn_at is not null as withdrawn from consents where user_id = $1 order by id`,
      [asking.id],
    );
    expect(kept).toEqual([{ withdrawn: true }, { withdrawn: false }]);
    await desk.relay();
    const told = await cards();
    expect(told.length).toBeGreaterThan(0);
    for (const { text } of told) expect(text).toContain("просьба снята");
    const before = await world.traces();
    const again = await refusalOf(agreeAgain.run(await contextOf(asking.id), {}));
    expect(again).toMatchObject({ code: "conflict", details: { sentence: "consent_stands" } });
    expect(await world.traces()).toEqual(before);
  });

  test("can be made anew, and the erasure answers it", async () => {
    await askErasure.run(await contextOf(asking.id), {});
    expect(await theirs()).toHaveLength(1);
    const { version } = await getUser.run(world.ctx(admin), { userId: asking.id });
    await changeUserStatus.run(world.ctx(admin), { userId: asking.id, move: "erase", version, reason });
    expect(await theirs()).toEqual([]);
    await world.rebuildDecisions();
    expect(await theirs()).toEqual([]);
  });
});
