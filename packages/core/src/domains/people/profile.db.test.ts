import { localDay, timeZoneName } from "../../kernel/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { getMe } from "./get-me.ts";
import { updateMe } from "./update-me.ts";
import { updateRegistration } from "./update-registration.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("a user changes their own name, language and time zone", async () => {
  const person = await world.createUser({ fullName: "Иван Жилин" });
  const changed = { fullName: "Иван Петрович Жилин", locale: "en" as const, timeZone: "Asia/Yekaterinburg" };
  expect(await updateMe.run(world.ctx(person), changed)).toMatchObject({ id: person.id, ...changed });
  expect(await world.again(person)).toMatchObject(changed);
});

test.each([
  [{ timeZone: "Mars/Olympus" }, "timeZone: time_zone"],
  [{ timeZone: "+03:00" }, "timeZone: time_zone"],
  [{ timeZone: "AGT" }, "timeZone: time_zone"],
  [{ timeZone: "BST" }, "timeZone: time_zone"],
  [{ timeZone: "US/Pacific-New" }, "timeZone: time_zone"],
  [{ timeZone: "SystemV/AST4ADT" }, "timeZone: time_zone"],
  [{ fullName: "Иван" }, "fullName: person_name"],
  [{ fullName: "<b>Иван</b> Жилин" }, "fullName: person_name"],
  [{}, ": nothing_to_change"],
])("%o is refused", async (asked, field) => {
  const person = await world.createUser();
  const before = await world.traces();
  expect(fieldsOf(await refusalOf(updateMe.run(world.ctx(person), asked)))).toEqual([field]);
  expect(await world.traces()).toEqual(before);
});

test("PostgreSQL computes days in every accepted zone", async () => {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].filter(
    (name) => timeZoneName.safeParse(name).success,
  );
  expect(zones.length).toBeGreaterThan(400);
  const days = await world.db.read<{ day: string }>(
    "select ($1::timestamptz at time zone z)::date::text as day from unnest($2::text[]) z",
    [world.now.toISOString(), zones],
  );
  expect(days.map(({ day }) => day)).toEqual(zones.map((zone) => localDay(world.now, zone)));
});

test("a name is one line, whatever whitespace is typed", async () => {
  const person = await world.createUser();
  const fullName = " Сергей\nБелов \u2028 Админис\u0438\u0306 ";
  expect(await updateMe.run(world.ctx(person), { fullName })).toMatchObject({
    fullName: "Сергей Белов Админисй",
  });
});

test("own objects come with roles, permissions and their current day", async () => {
  const object = await world.createTestObject({
    team: ["installer"],
    passport: { name: "Атриум" },
    volumes: [],
  });
  const me = await getMe.run(world.ctx(await world.as("installer")), {});
  expect(me.permissions).toContain("org.view");
  expect(me.permissions).not.toContain("users.manage");
  expect(me.objects).toHaveLength(1);
  expect(me.objects[0]).toMatchObject({
    id: object.id,
    name: "Атриум",
    roles: ["installer"],
    today: "2026-09-08",
  });
  expect(me.objects[0]?.permissions).toContain("fact.enter");
  expect(me.objects[0]?.permissions).not.toContain("fact.confirm");
});

test("a night hour before the cutoff belongs to the day before", async () => {
  const night = new Date("2026-09-07T22:30:00.000Z");
  const me = await getMe.run(world.ctx(await world.as("installer"), { now: night }), {});
  expect(me.objects[0]?.today).toBe("2026-09-07");
});

test("a new user corrects their request until it is decided", async () => {
  const registration = world.job("registration");
  const { id, telegramId } = await world.createUser({ role: null, status: "pending" });
  const asked = { telegramId, fullName: "Иван Исправленный", phone: "+79161234567" };
  const corrected = await updateRegistration.run(world.ctx(registration), asked);
  expect(corrected).toMatchObject({ id, fullName: "Иван Исправленный", status: "pending" });

  const known = await world.createUser();
  const late = { telegramId: known.telegramId, fullName: "Кто-то Другой" };
  const refusal = await refusalOf(updateRegistration.run(world.ctx(registration), late));
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "request_decided" } });
});
