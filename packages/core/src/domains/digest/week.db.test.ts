import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type World } from "../../testing/index.ts";
import { openWeek, type Week } from "./testing/week.ts";
import { type Company, openCompany } from "./testing/week-company.ts";
import { lostOf, tableOf } from "./testing/week-report.ts";
import { workAt } from "./testing/week-work.ts";

/** In full: the working days around a weekend and the New Year, of 40 people, else a day and a half; `WEEK=full`. */
const FULL = process.env["WEEK"] === "full";
const FROM = Date.parse(FULL ? "2026-12-24T00:00:00Z" : "2026-12-29T00:00:00Z");
const HOURS = FULL ? 20 * 24 : 34;
const STEP_MINUTES = 30;
const INSTALLERS = FULL ? 8 : 1;
const QUIET = { from: "22:00", to: "07:00" };
const MOST_A_DAY = 8;

let world: World;
let week: Week;
let company: Company;

beforeAll(async () => {
  world = await createTestWorld();
  company = await openCompany(world, INSTALLERS);
  const people = await world.db.read<{ chat: string; name: string; zone: string }>(
    `select telegram_id::text as chat, full_name as name, time_zone as zone from users`,
    [],
  );
  week = openWeek(world, people);
  // What setting up has told is no part of the week.
  await world.db.sql`update outbox set relayed_at = created_at`;
}, 120_000);
afterAll(() => world.close());

test(
  "a week over the New Year by the clock: few messages a day over all objects, none at night or on days off, everybody reached",
  async () => {
    for (let minutes = 0; minutes < HOURS * 60; minutes += STEP_MINUTES) {
      const now = new Date(FROM + minutes * 60_000);
      for (const site of company.sites) await workAt(world, company, site, now);
      await week.at(now);
    }
    const table = tableOf(week.arrived);
    if (FULL) process.stdout.write(table.text);
    expect(week.warnings).toEqual([]);
    const ordinary = week.arrived.filter(({ critical }) => !critical);
    expect(tableOf(ordinary).rows.filter(({ number }) => number > MOST_A_DAY)).toEqual([]);
    expect(ordinary.filter(({ time }) => time >= QUIET.from || time.slice(0, 5) < QUIET.to)).toEqual([]);
    const holidays = ordinary.filter(({ day }) => day >= "2027-01-01" && day <= "2027-01-08");
    expect(holidays).toEqual([]);
    expect(ordinary.filter(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0)).toEqual([]);
    expect(await lostOf(world)).toEqual([]);
    expectHeard();
  },
  FULL ? 1_200_000 : 120_000,
);

function expectHeard(): void {
  const { sites, manager, engineer, director, supplier, sharedForeman } = company;
  const heard = (person: UserActor | undefined, said: RegExp) =>
    week.arrived.filter(({ chat, text }) => chat === person?.telegramId && said.test(text)).length;
  const days = new Set(week.arrived.filter(({ text }) => text.includes("🌅")).map(({ day }) => day));
  expect(days.size).toBeGreaterThan(0);
  for (const person of [manager, engineer, director, supplier])
    expect(heard(person, /🌅/)).toBeGreaterThan(0);
  for (const { foremen, name, zone } of sites) {
    const [diligent, forgetful] = foremen;
    for (const foreman of foremen) {
      expect(heard(foreman, /🌅/)).toBeGreaterThan(0);
      expect(heard(foreman, /⏰/)).toBeGreaterThan(0);
    }
    expect(heard(forgetful, /🌇/)).toBeGreaterThan(0);
    expect(heard(diligent, /🌇/)).toBe(0);
    // In Kamchatka that is night in Moscow; by the morning there the shift has closed itself, and that is told.
    const silence = new RegExp(`${name}: нет факта за`);
    if (zone === manager.timeZone) expect(heard(manager, silence)).toBeGreaterThan(0);
  }
  // One card over all objects of a person, and one request in the evening.
  const mornings = week.arrived.filter(
    ({ chat, text }) => chat === manager.telegramId && text.includes("🌅"),
  );
  expect(new Set(mornings.map(({ day }) => day)).size).toBe(mornings.length);
  const evenings = week.arrived.filter(
    ({ chat, text }) => chat === sharedForeman.telegramId && text.includes("🌇"),
  );
  expect(new Set(evenings.map(({ day }) => day)).size).toBe(evenings.length);
}
