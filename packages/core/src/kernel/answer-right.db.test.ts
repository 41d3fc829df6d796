import { schema } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact, reverseFact } from "../domains/facts/index.ts";
import { updateMe } from "../domains/people/index.ts";
import { assignTasks, changeTaskStatus, createTask } from "../domains/tasks/index.ts";
import { type TestObject, createTestWorld, refusalOf, type World } from "../testing/index.ts";

const { idempotencyKeys, objectRoles } = schema;

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  [manager, foreman] = [await world.as("project_manager"), await world.as("construction_itr")];
});
afterAll(() => world.close());

const keyed = async (actor: UserActor, idempotencyKey: string) =>
  world.ctx(await world.again(actor), { idempotencyKey });

/** Simulates keys stored before the permission and the ties were recorded with them. */
const forgetRight = (key: string) =>
  world.db.orm
    .update(idempotencyKeys)
    .set({ objectId: null, permission: null, relations: null })
    .where(eq(idempotencyKeys.key, key));

const become = (actor: UserActor, role: Role) =>
  world.db.orm
    .update(objectRoles)
    .set({ role })
    .where(and(eq(objectRoles.objectId, here.id), eq(objectRoles.userId, actor.id)));

async function aMember(role: Role): Promise<UserActor> {
  const person = await world.createUser({ role });
  const row = { objectId: here.id, userId: person.id, role, since: world.now };
  await world.db.orm.insert(objectRoles).values(row);
  return world.again(person);
}

const setTask = async (actor: UserActor, key: string, assigneeId: number) =>
  createTask.run(await keyed(actor, key), { objectId: here.id, title: "Проверить анкеры", assigneeId });

test("the stored answer records the object, the permission and the ties the command used", async () => {
  const { id: taskId, version } = await setTask(manager, "set", foreman.id);
  await changeTaskStatus.run(await keyed(foreman, "take"), { taskId, to: "in_progress", version });
  const rows = await world.db.orm.select().from(idempotencyKeys);
  const kept = rows.map(({ key, objectId, permission, relations }) => [key, objectId, permission, relations]);
  expect(kept).toEqual([
    ["set", here.id, "task.create", null],
    ["take", here.id, "task.execute", ["assignee"]],
  ]);
});

test("ties are those at the time of the command: the assignee repeats a request after the task was reassigned", async () => {
  const { id: taskId, version } = await setTask(manager, "given", foreman.id);
  const take = { taskId, to: "in_progress" as const, version };
  const first = await changeTaskStatus.run(await keyed(foreman, "taken"), take);
  const geodesist = await world.as("geodesist");
  await assignTasks.run(world.ctx(manager), {
    objectId: here.id,
    tasks: [{ id: taskId, version: first.version }],
    assigneeId: geodesist.id,
    reason: "другому ближе",
  });
  expect(await changeTaskStatus.run(await keyed(foreman, "taken"), take)).toEqual(first);
});

test("an author gets the stored answer of a reversal again, but not after becoming an observer of the object", async () => {
  const author = await aMember("production");
  const { fact } = await enterFact.run(world.ctx(author), {
    objectId: here.id,
    floorVolumeId: here.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  const asked = { factId: fact.id, version: fact.version, reason: "ошиблись при подсчёте" };
  const first = await reverseFact.run(await keyed(author, "back"), asked);
  expect(await reverseFact.run(await keyed(author, "back"), asked)).toEqual(first);
  await become(author, "viewer");
  const before = await world.traces();
  const refusal = await refusalOf(keyed(author, "back").then((ctx) => reverseFact.run(ctx, asked)));
  expect(refusal).toMatchObject({ code: "forbidden", details: { permission: "fact.reverse" } });
  expect(await world.traces()).toEqual(before);
});

test("an old key without a recorded right answers a current member, but neither an observer nor a stranger", async () => {
  const setter = await aMember("pto");
  const { id: taskId, version } = await setTask(setter, "old-set", setter.id);
  const take = { taskId, to: "in_progress" as const, version };
  const first = await changeTaskStatus.run(await keyed(setter, "old-take"), take);
  await forgetRight("old-take");
  const replay = async () => changeTaskStatus.run(await keyed(setter, "old-take"), take);
  expect(await replay()).toEqual(first);
  const before = await world.traces();
  await become(setter, "viewer");
  expect((await refusalOf(replay())).code).toBe("forbidden");
  await world.db.orm.delete(objectRoles).where(eq(objectRoles.userId, setter.id));
  expect((await refusalOf(replay())).code).toBe("not_found");
  expect(await world.traces()).toEqual(before);
});

test("an old key of a command without an object answers a user who still holds its company permission", async () => {
  const person = await world.createUser();
  const first = await updateMe.run(await keyed(person, "old-me"), { locale: "en" });
  await forgetRight("old-me");
  expect(await updateMe.run(await keyed(person, "old-me"), { locale: "en" })).toEqual(first);
});
