import { fakeTelegram } from "./testing/fake-telegram.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { createDeliverer } from "./deliverer.ts";
import { repeatDelivery } from "./verbs.ts";

let world: World;
let object: TestObject;
beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
});
afterAll(() => world.close());

type Told = { userId: number; objectId: number | null; about: "task" | "user"; status?: "queued" | "failed" };

/** A message about a task of the object, or about the user's own access, that waits to be sent. */
async function waiting({ userId, objectId, about, status = "queued" }: Told): Promise<number> {
  const { sql } = world.db;
  const [row] = await sql<{ id: number }[]>`
    with told as (
      insert into notifications (user_id, key, type, category, priority, title, text, object_id, entity_type, entity_id,
        deep_link, payload, created_at, updated_at)
      values (${userId}, ${`${about}:${userId}`}, ${`${about}.told`}, ${about === "task" ? "tasks" : "people"}, 'normal',
        'Заделать шов', '', ${objectId}, ${about}, ${about === "task" ? 1 : userId}, 'n1', '{}', ${world.now}, ${world.now})
      on conflict (user_id, key) do update set updated_at = excluded.updated_at
      returning id)
    insert into deliveries (dedupe_key, chat_id, user_id, notification_id, method, params, priority, status, not_before,
      created_at)
    select gen_random_uuid()::text, ${userId + 1000}, ${userId}, id, 'sendMessage', ${sql.json({ text: about })}, 2, ${status},
      ${world.now}, ${world.now} from told
    returning id::int as id`;
  return row?.id ?? 0;
}

async function sent(userId: number): Promise<unknown[]> {
  await world.db.sql`delete from telegram_limits`;
  const telegram = fakeTelegram();
  const deps = {
    db: world.db,
    api: telegram.api,
    now: () => world.now,
    publicUrl: "https://sts.example",
    warn: () => undefined,
  };
  await createDeliverer(deps).drainChat(String(userId + 1000));
  return telegram.texts();
}
const kept = async (id: number) =>
  (await world.db.sql`select status, params from deliveries where id = ${id}`)[0];

const member = () => world.createUser({ role: "supply" });
const join = (userId: number) =>
  world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${userId}, 'supply', ${world.now})`;

test("what waits for a member is sent, and dropped with its text when they left the object meanwhile", async () => {
  const person = await member();
  await join(person.id);
  await waiting({ userId: person.id, objectId: object.id, about: "task" });
  expect(await sent(person.id)).toEqual(["task"]);
  const id = await waiting({ userId: person.id, objectId: object.id, about: "task" });
  await world.db.sql`delete from object_roles where user_id = ${person.id}`;
  await waiting({ userId: person.id, objectId: null, about: "user" });
  expect(await sent(person.id)).toEqual(["user"]);
  expect(await kept(id)).toEqual({ status: "superseded", params: {} });
});

test("who has no access any more is told of that alone", async () => {
  const person = await member();
  await join(person.id);
  await waiting({ userId: person.id, objectId: object.id, about: "task" });
  await waiting({ userId: person.id, objectId: null, about: "user" });
  await world.db.sql`update users set status = 'deactivated' where id = ${person.id}`;
  expect(await sent(person.id)).toEqual(["user"]);
});

test("a failed message is not repeated to who may not read it any more", async () => {
  const person = await member();
  const id = await waiting({ userId: person.id, objectId: object.id, about: "task", status: "failed" });
  const admin = world.ctx(await world.as("admin"));
  expect((await refusalOf(repeatDelivery.run(admin, { deliveryId: id }))).code).toBe("conflict");
  await join(person.id);
  await repeatDelivery.run(admin, { deliveryId: id });
  expect(await sent(person.id)).toEqual(["task"]);
});
