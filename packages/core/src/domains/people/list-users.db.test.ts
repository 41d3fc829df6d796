import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { getUser } from "./get-user.ts";
import { listUsers } from "./list-users.ts";

let world: World;
let admin: UserActor;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
  foreman = await world.as("construction_itr");
  await world.createUser({ fullName: "Ёжиков Ян", role: "installer" });
  await world.createUser({ fullName: "Новый Человек", role: null, status: "pending" });
});
afterAll(() => world.close());

test("pages are in the order of Russian names and complete", async () => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listUsers.run(world.ctx(admin), {
      limit: 4,
      ...(cursor === undefined ? {} : { cursor }),
    });
    names.push(...page.items.map((item) => item.fullName));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(names).toHaveLength(19);
  expect(names).toEqual([...names].sort(new Intl.Collator("ru").compare));
  expect(names.indexOf("Ёжиков Ян")).toBeLessThan(names.indexOf("Игорь Панин"));
});

test("newest first on request, page by page", async () => {
  await world.db.sql`update users set created_at = created_at + id * interval '1 millisecond'`;
  const first = await listUsers.run(world.ctx(admin), { sort: "-createdAt", limit: 10 });
  const second = await listUsers.run(world.ctx(admin), {
    sort: "-createdAt",
    limit: 10,
    cursor: first.nextCursor ?? "",
  });
  const ids = [...first.items, ...second.items].map((item) => item.id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids).toHaveLength(19);
});

test("search finds Cyrillic case-insensitively, and takes special characters literally", async () => {
  const find = async (search: string) => (await listUsers.run(world.ctx(admin), { search })).items;
  for (const typed of ["ёЖИКОВ", "Ежиков"])
    expect((await find(typed)).map((item) => item.fullName)).toEqual(["Ёжиков Ян"]);
  for (const typed of ["ежикову", "Ёжиковым", "ежикова яна"])
    expect((await find(typed)).map((item) => item.fullName)).toEqual(["Ёжиков Ян"]);
  for (const typed of ["%", "(", "ежиковский"]) expect(await find(typed)).toEqual([]);
});

test("only users who manage people see inactive users", async () => {
  const pending = { status: "pending" as const };
  expect((await listUsers.run(world.ctx(admin), pending)).items.map((item) => item.fullName)).toEqual([
    "Новый Человек",
  ]);
  expect((await listUsers.run(world.ctx(foreman), pending)).items).toEqual([]);
  const [newcomer] = (await listUsers.run(world.ctx(admin), pending)).items;
  const userId = newcomer?.id ?? 0;
  expect((await refusalOf(getUser.run(world.ctx(foreman), { userId }))).code).toBe("not_found");
  expect((await getUser.run(world.ctx(admin), { userId })).can.actions).toEqual([
    "approve",
    "refuse",
    "erase",
  ]);
});

test("a card lists the actor's allowed actions: none on oneself, none for a non-admin", async () => {
  const own = await getUser.run(world.ctx(admin), { userId: admin.id });
  expect(own.can).toEqual({ actions: [], changeRole: false, giveLink: false, takeData: true });
  const seen = await getUser.run(world.ctx(foreman), { userId: admin.id });
  expect(seen.can).toEqual({ actions: [], changeRole: false, giveLink: false, takeData: false });
});

test("a cursor of another list is refused", async () => {
  const { nextCursor } = await listUsers.run(world.ctx(admin), { limit: 2 });
  const ask = listUsers.run(world.ctx(admin), { limit: 2, role: "installer", cursor: nextCursor ?? "" });
  expect(fieldsOf(await refusalOf(ask))).toEqual(["cursor: cursor_broken"]);
  const broken = listUsers.run(world.ctx(admin), { cursor: "что-то" });
  expect(fieldsOf(await refusalOf(broken))).toEqual(["cursor: cursor_broken"]);
});
