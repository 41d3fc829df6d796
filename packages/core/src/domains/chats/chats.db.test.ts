import { createHash } from "node:crypto";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeUserStatus } from "../people/index.ts";
import { createTestWorld, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { CHAT_JOB } from "./chat-job.ts";
import { createChatCode } from "./create-chat-code.ts";
import { findChat } from "./find-chat.ts";
import { linkChat } from "./link-chat.ts";
import { linkChatByCode } from "./link-chat-by-code.ts";
import { listObjectChats } from "./list-object-chats.ts";
import { loseChat } from "./lose-chat.ts";
import { loseTopic } from "./lose-topic.ts";
import { moveLinkedChat } from "./move-chat.ts";
import { relinkChat } from "./relink-chat.ts";
import { unlinkChat } from "./unlink-chat.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let chats = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  object = await world.createTestObject({ volumes: [] });
  manager = await world.as("project_manager");
});

const place = (more: { chatId?: string; threadId?: number; topic?: string } = {}) => {
  chats += 1;
  return {
    chatId: String(-1_001_000_000_000 - chats),
    threadId: null,
    title: "Площадка",
    topic: null,
    ...more,
  };
};
const later = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
const job = (now = world.now) => ({ ...world.ctx(manager), actor: CHAT_JOB, now });
const hashOf = (code: string) => createHash("sha256").update(code).digest("hex");
const link = (at: ReturnType<typeof place>, objectId = object.id) =>
  linkChat.run(world.ctx(manager), { objectId, place: at });
const newCode = async (code: string) =>
  createChatCode.run(world.ctx(manager), { objectId: object.id, codeHash: hashOf(code) });
const byCode = (code: string, now = world.now, at = place()) =>
  linkChatByCode.run(job(now), { codeHash: hashOf(code), place: at });
const items = async () => (await listObjectChats.run(world.ctx(manager), { objectId: object.id })).items;

test("one object a chat, several chats an object; a topic is a place of its own", async () => {
  const at = place();
  await link(at);
  const before = await world.traces();
  const refused = await refusalOf(link(at));
  expect(refused.details).toMatchObject({ sentence: "chat_linked", values: { object: expect.any(String) } });
  expect(await world.traces()).toEqual(before);
  await link(place({ chatId: at.chatId, threadId: 7, topic: "Смены" }));
  await link(place());
  expect((await items()).map(({ topic }) => topic)).toEqual([null, "Смены", null]);
  const found = (threadId: number | null) => findChat.run(job(), { chatId: at.chatId, threadId });
  expect([(await found(7)).chat?.topic, (await found(9)).chat?.topic]).toEqual(["Смены", null]);
});

test("two who link one chat at once: one does", async () => {
  const at = place();
  const done = await Promise.allSettled([link(at), link(at), link(at)]);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await items()).toHaveLength(1);
});

test("a code links once, within 15 minutes, and a newer one cancels it; only its hash is stored", async () => {
  await newCode("AAAA2222");
  await byCode("AAAA2222");
  await newCode("BBBB2222");
  await newCode("CCCC2222");
  const before = await world.traces();
  const refused = async (code: string, now = world.now) =>
    (await refusalOf(byCode(code, now))).details.sentence;
  for (const code of ["AAAA2222", "BBBB2222", "DDDD2222"])
    expect(await refused(code)).toBe("chat_code_unknown");
  expect(await refused("CCCC2222", later(15))).toBe("chat_code_unknown");
  expect(await world.traces()).toEqual(before);
  await byCode("CCCC2222", later(14));
  const [stored] = await world.db.sql<{ all: string }[]>`
    select string_agg(c::text, ' ') || coalesce((select string_agg(a::text, ' ') from audit_log a), '') as all
    from chat_codes c`;
  expect(stored?.all).not.toContain("CCCC2222");
});

test("two who send one code at once: one chat is linked", async () => {
  await newCode("EEEE2222");
  const done = await Promise.allSettled([byCode("EEEE2222"), byCode("EEEE2222"), byCode("EEEE2222")]);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a code of who has left the object, and of an object that is closed, links nothing", async () => {
  await newCode("FFFF2222");
  await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${manager.id}`;
  expect((await refusalOf(byCode("FFFF2222"))).details.sentence).toBe("chat_code_unknown");
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since) values (${object.id}, ${manager.id}, 'project_manager', ${world.now})
    on conflict do nothing`;
  await world.db.sql`update objects set status = 'closed' where id = ${object.id}`;
  expect((await refusalOf(byCode("FFFF2222"))).details.sentence).toBe("object_is_over");
});

test("an unlinked chat can be linked again for ten minutes, unless it was linked elsewhere meanwhile", async () => {
  const at = place();
  const { id: linkId } = await link(at);
  await unlinkChat.run(world.ctx(manager), { linkId, version: 1 });
  expect(await items()).toEqual([]);
  await relinkChat.run({ ...world.ctx(manager), now: later(9) }, { linkId, version: 2 });
  expect(await items()).toHaveLength(1);
  await unlinkChat.run(world.ctx(manager), { linkId, version: 3 });
  const late = relinkChat.run({ ...world.ctx(manager), now: later(11) }, { linkId, version: 4 });
  expect((await refusalOf(late)).details.sentence).toBe("chat_not_back");
  await link(at);
  const taken = relinkChat.run(world.ctx(manager), { linkId, version: 4 });
  expect((await refusalOf(taken)).details.sentence).toBe("chat_linked");
});

test("a group that became a supergroup keeps its link; one that is linked there already ends", async () => {
  const [first, second] = [place(), place()];
  const { id } = await link(first);
  await moveLinkedChat.run(job(), { from: first.chatId, to: second.chatId });
  expect((await findChat.run(job(), { chatId: second.chatId, threadId: null })).chat?.id).toBe(id);
  expect((await refusalOf(moveLinkedChat.run(job(), { from: first.chatId, to: second.chatId }))).code).toBe(
    "not_found",
  );
  const third = place();
  await link(third);
  await moveLinkedChat.run(job(), { from: third.chatId, to: second.chatId });
  expect((await items()).map(({ ended }) => ended?.why ?? null)).toEqual([null]);
});

test("a lost chat ends all its links once and stands in the list for a month", async () => {
  const at = place();
  await link(at);
  await link(place({ chatId: at.chatId, threadId: 7, topic: "Смены" }));
  await loseChat.run(job(), { chatId: at.chatId });
  expect((await items()).map(({ ended }) => ended?.why)).toEqual(["removed", "removed"]);
  expect((await refusalOf(loseChat.run(job(), { chatId: at.chatId }))).code).toBe("not_found");
  const month = { ...world.ctx(manager), now: later(31 * 24 * 60) };
  expect((await listObjectChats.run(month, { objectId: object.id })).items).toEqual([]);
});

test("a deleted topic gives its link to the general one, or ends it where that is taken", async () => {
  const at = place();
  const topic = await link(place({ chatId: at.chatId, threadId: 7, topic: "Смены" }));
  await loseTopic.run(job(), { linkId: topic.id });
  expect((await items()).map((chat) => [chat.topic, chat.ended])).toEqual([[null, null]]);
  const other = await link(place({ chatId: at.chatId, threadId: 8, topic: "Задачи" }));
  await loseTopic.run(job(), { linkId: other.id });
  expect((await items()).map(({ ended }) => ended?.why ?? null)).toEqual([null, "topic_deleted"]);
});

test("who linked a chat and leaves: their code is over for good, the chat stays, and the managers are told of it once", async () => {
  const leaver = await world.createUser({ role: "project_manager", fullName: "Олег Уходящий" });
  const members = [{ actor: leaver, roles: ["project_manager" as const] }];
  const [left, kept] = [
    await world.createTestObject({ members, volumes: [] }),
    await world.createTestObject({ volumes: [] }),
  ];
  const by = world.ctx(await world.again(leaver));
  manager = await world.as("project_manager");
  const { id } = await linkChat.run(by, { objectId: left.id, place: place() });
  await linkChat.run(world.ctx(manager), { objectId: kept.id, place: place() });
  await createChatCode.run(by, { objectId: left.id, codeHash: hashOf("LEAVER22") });
  const admin = await world.as("admin");
  const turn = async (to: "deactivated" | "active", reason: string) => {
    const [row] = await world.db.sql<
      { version: number }[]
    >`select version from users where id = ${leaver.id}`;
    return changeUserStatus.run(world.ctx(admin), {
      userId: leaver.id,
      to,
      version: row?.version ?? 0,
      reason,
    });
  };
  const told = () => world.db.sql<{ id: number }[]>`
    select entity_id as id from outbox where type = 'chat.maker_left' order by id`;
  await turn("deactivated", "уволился");
  expect(await told()).toEqual([{ id }]);
  const { items: linked } = await listObjectChats.run(world.ctx(manager), { objectId: left.id });
  expect(linked).toMatchObject([{ id, ended: null }]);
  await turn("active", "вернулся");
  await turn("deactivated", "снова уволился");
  expect(await told()).toEqual([{ id }]);
  await turn("active", "вернулся");
  expect((await refusalOf(byCode("LEAVER22"))).details.sentence).toBe("chat_code_unknown");
  const [code] = await world.db.sql<{ by: string }[]>`
    select by from audit_log where entity_type = 'chat_code' and object_id = ${left.id} order by id desc limit 1`;
  expect(code).toEqual({ by: "system:rights_lost" });
});
