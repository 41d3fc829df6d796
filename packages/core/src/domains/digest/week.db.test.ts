import type { UserActor } from "@stsphera/rbac";
import { schema } from "@stsphera/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localTime } from "../../kernel/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/index.ts";
import { closeShift } from "../shifts/index.ts";
import { createZone } from "../zones/index.ts";
import { openWeek, type Week } from "./testing/week.ts";

/** In full: a week over the New Year of 50 people, else a day and a half of the same; `WEEK=full`. */
const FULL = process.env["WEEK"] === "full";
const FROM = Date.parse("2026-12-29T00:00:00Z");
const HOURS = FULL ? 7 * 24 : 34;
const STEP_MINUTES = FULL ? 15 : 30;
const INSTALLERS = FULL ? 8 : 1;
const QUIET = { from: "22:00", to: "07:00" };
const MOST_A_DAY = 8;

type Site = { object: TestObject; zone: string; manager: UserActor; foremen: UserActor[] };

let world: World;
let week: Week;
const sites: Site[] = [];
const names = new Map<string, string>();

async function openSite(name: string, zone: string): Promise<Site> {
  const manager = await world.createUser({ role: "project_manager", fullName: `РП ${name}` });
  const foremen = [
    await world.createUser({ fullName: `Прораб Юг ${name}` }),
    await world.createUser({ fullName: `Прораб Запад ${name}` }),
  ];
  const others = await Promise.all(
    Array.from({ length: INSTALLERS }, (_, n) =>
      world.createUser({ role: "installer", fullName: `Монтажник ${n + 1} ${name}` }),
    ),
  );
  for (const person of [manager, ...foremen, ...others])
    await world.db.sql`update users set time_zone = ${zone} where id = ${person.id}`;
  const volumes = ["Юг", "Запад"].flatMap((facade) =>
    ["1", "2"].map((floor) => ({
      facade,
      floor,
      work: "МОД",
      planQty: "400",
      planStart: "2026-12-01",
      planFinish: "2027-03-30",
    })),
  );
  const object = await world.createTestObject({
    passport: { name, timeZone: zone, deadline: "2027-06-30" },
    team: [],
    volumes,
    members: [
      { actor: manager, roles: ["project_manager"] },
      ...foremen.map((actor) => ({ actor, roles: ["construction_itr" as const] })),
      ...others.map((actor) => ({ actor, roles: ["installer" as const] })),
    ],
  });
  // The object has a manager of its own.
  const usual = await world.as("project_manager");
  await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${usual.id}`;
  const admin = world.ctx(await world.as("admin"));
  for (const [at, facade] of ["Юг", "Запад"].entries())
    await createZone.run(admin, {
      objectId: object.id,
      name: facade,
      facadeId: object.facadeId(facade),
      fromFloorId: object.floorId("1"),
      toFloorId: object.floorId("2"),
      foremanId: foremen[at]?.id ?? null,
    } as never);
  return { object, zone, manager, foremen };
}

/** The day of a foreman who enters what they did at 16:00; the second one forgets to, and closes nothing. */
async function work({ object, zone, foremen }: Site, now: Date): Promise<void> {
  const [diligent] = foremen;
  const { day, time } = localTime(now, zone);
  const [open] = await world.db.read<{ one: number }>(
    `select 1 as one from object_workdays where object_id = $1 and day = $2::date`,
    [object.id, day],
  );
  if (diligent === undefined || open === undefined) return;
  const ctx = world.ctx(await world.again(diligent), { now });
  if (time.startsWith("16:00"))
    for (const floor of ["1", "2"])
      await enterFact.run(ctx, {
        objectId: object.id,
        floorVolumeId: object.cell("Юг", floor, "МОД"),
        date: day,
        quantity: "9",
      } as never);
  if (time.startsWith("17:00"))
    await closeShift.run(ctx, {
      objectId: object.id,
      date: day,
      shift: "day",
      answers: [],
      rest: { code: "not_worked" },
    } as never);
}

beforeAll(async () => {
  world = await createTestWorld();
  for (const [name, zone] of [
    ["Север", "Europe/Moscow"],
    ["Центр", "Europe/Moscow"],
    ["Камчатка", "Asia/Kamchatka"],
  ] as const)
    sites.push(await openSite(name, zone));
  const people = await world.db.read<{ chat: string; name: string; zone: string }>(
    `select telegram_id::text as chat, full_name as name, time_zone as zone from users`,
    [],
  );
  for (const { chat, name } of people) names.set(chat, name);
  week = openWeek(world, new Map(people.map(({ chat, zone }) => [chat, zone])));
  // What setting up has told is no part of the week.
  await world.db.sql`update outbox set relayed_at = created_at`;
  const rows = sites.flatMap(({ object, manager, foremen }) =>
    ["2026-12-25", "2026-12-29", "2026-12-30"].map((deadline, at) => ({
      objectId: object.id,
      title: `Задача к ${deadline}`,
      status: "in_progress" as const,
      creatorId: manager.id,
      assigneeId: foremen[at % 2]?.id ?? manager.id,
      deadline,
      createdAt: world.now,
      statusSince: world.now,
    })),
  );
  await world.db.orm.insert(schema.tasks).values(rows);
}, 120_000);
afterAll(() => world.close());

test(
  "a week over the New Year by the clock: few messages a day, none at night or on days off, everybody reached",
  async () => {
    for (let minutes = 0; minutes < HOURS * 60; minutes += STEP_MINUTES) {
      const now = new Date(FROM + minutes * 60_000);
      for (const site of sites) await work(site, now);
      await week.at(now);
    }
    const counted = Map.groupBy(week.arrived, ({ chat, day }) => `${day} ${names.get(chat) ?? chat}`);
    const table = [...counted].map(([who, messages]) => ({
      who,
      number: messages.length,
      titles: messages.map(({ time, title }) => `${time.slice(0, 5)} ${title}`).join(" | "),
    }));
    const sorted = table.toSorted((a, b) => a.who.localeCompare(b.who));
    if (FULL)
      process.stdout.write(sorted.map((row) => `${row.who}: ${row.number} · ${row.titles}\n`).join(""));
    expect(week.warnings).toEqual([]);
    expect(table.filter(({ number }) => number > MOST_A_DAY)).toEqual([]);
    const atNight = week.arrived.filter(({ time }) => time >= QUIET.from || time.slice(0, 5) < QUIET.to);
    expect(atNight).toEqual([]);
    const onHoliday = week.arrived.filter(({ day }) => day >= "2027-01-01" && day <= "2027-01-08");
    expect(onHoliday).toEqual([]);
    const heard = (person: UserActor | undefined, title: string) =>
      week.arrived.filter((one) => one.chat === person?.telegramId && one.title.includes(title)).length;
    for (const { manager, foremen } of sites) {
      for (const foreman of foremen) {
        expect(heard(foreman, "🌅")).toBeGreaterThan(0);
        expect(heard(foreman, "⏰ Просрочено")).toBeGreaterThan(0);
      }
      expect(heard(foremen[1], "🌇")).toBeGreaterThan(0);
      expect(heard(foremen[0], "🌇")).toBe(0);
      expect(heard(manager, "нет факта за")).toBeGreaterThan(0);
      expect(heard(manager, "📐")).toBeGreaterThan(0);
      expect(heard(manager, "⏰")).toBeGreaterThan(1);
    }
  },
  FULL ? 1_200_000 : 120_000,
);
