import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readFold } from "../../platform/deliveries/index.ts";
import { openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { TestObject, World } from "../../testing/index.ts";
import { enterFact } from "../facts/index.ts";
import { createZone } from "../zones/index.ts";
import { closeOverdueShift, closeShift, findOverdueShifts, reopenShift } from "./index.ts";

const TODAY = "2026-09-08";
let desk: RelayDesk;
let world: World;
let object: TestObject;
let foreman: UserActor;
let manager: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk({});
  ({ world, object } = desk);
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
  const [facadeId, floorId] = [object.facadeId("Юг"), object.floorId("1")];
  const zone = { name: "Ю-1", facadeId, fromFloorId: floorId, toFloorId: floorId, foremanId: foreman.id };
  await createZone.run(world.ctx(await world.as("admin")), { objectId: object.id, ...zone });
  // The foreman is told of the zone apart.
  await world.db.sql`delete from outbox where type = 'zone.foreman_named'`;
});
afterEach(() => desk.close());

const close = () =>
  closeShift.run(world.ctx(foreman), {
    objectId: object.id,
    date: TODAY,
    rest: { code: "weather_wind" },
  });
const ringsOf = async ({ telegramId }: UserActor) =>
  (await desk.deliveries()).filter(({ chat }) => chat === telegramId).map(({ ring }) => ring);

test("a shift that is closed, opened and closed again rings the manager once, with the reasons on the card", async () => {
  const first = await close();
  await desk.relay();
  expect(await ringsOf(manager)).toEqual(["always"]);
  expect((await desk.deliveries())[0]?.text).toMatch(
    /Смена {2}закрыто частей 1 из 2, открыта: без прораба · .+: без факта \d+ — ветер \d+/,
  );
  // An unsent message keeps its sound when a later one takes its place.
  await world.db.sql`update deliveries set status = 'sent' where status = 'queued'`;
  await reopenShift.run(world.ctx(foreman), { closingId: first.id, version: 1 });
  await desk.relay();
  await close();
  await desk.relay();
  expect((await ringsOf(manager)).filter((ring) => ring === "always")).toHaveLength(1);
  expect(await ringsOf(foreman)).toEqual([]);
});

test("PTO is told of a closed shift, and sees on the same card what changes later", async () => {
  const engineer = await world.as("pto");
  const first = await close();
  await desk.relay();
  const [card, ...others] = (await desk.sent()).filter(({ chat }) => chat === engineer.telegramId);
  expect(others).toEqual([]);
  expect(card?.text).toContain("Смена  закрыто частей 1 из 2");
  await reopenShift.run(world.ctx(foreman), { closingId: first.id, version: 1 });
  await desk.relay();
  const [changed] = (await desk.sent()).filter(({ chat }) => chat === engineer.telegramId);
  expect(changed).toMatchObject({ card: card?.card, ring: "edit" });
});

test("a foreman is told when somebody else closes their part, or the clock; not when they do", async () => {
  const told = async () =>
    (await desk.sent()).filter(({ chat, text }) => chat === foreman.telegramId && text.includes("🔒"));
  await closeShift.run(world.ctx(manager), {
    objectId: object.id,
    date: TODAY,
    foremanId: foreman.id,
    rest: { code: "weather_wind" },
  });
  await desk.relay();
  const [byManager] = await told();
  expect(byManager?.text).toMatch(/Закрыто: .+/);
  expect(byManager?.buttons.map(({ text }) => text)).toEqual(["Открыть смену снова", "Открыть"]);
  const now = new Date("2026-09-10T09:00:00Z");
  const [due] = (await findOverdueShifts(world.db, now)).filter(({ foremanId }) => foremanId === foreman.id);
  if (due === undefined) throw new Error("nothing is due");
  await closeOverdueShift.run(
    { ...world.ctx(manager), actor: world.job("closings", "settings.manage"), now },
    due,
  );
  await desk.relay();
  const [byItself] = await told();
  expect(byItself?.text).toContain("Закрылась сама");
  await closeShift.run(world.ctx(foreman, { now }), {
    objectId: object.id,
    date: "2026-09-10",
    rest: { code: "not_worked" },
  });
  await desk.relay();
  expect(await told()).toEqual([]);
});

test("a foreman is told when the manager opens their part again", async () => {
  const { id: closingId } = await close();
  await reopenShift.run(world.ctx(manager), { closingId, version: 1 });
  await desk.relay();
  const told = (await desk.deliveries()).filter(({ chat }) => chat === foreman.telegramId);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain("смена снова открыта");
});

test("a day of which nobody said anything stands before the manager and PTO when its shift closes itself", async () => {
  const engineer = await world.as("pto");
  const now = new Date("2026-09-09T09:00:00Z");
  desk.deps.now = () => now;
  const due = (await findOverdueShifts(world.db, now)).filter(({ date }) => date === TODAY);
  expect(due).toHaveLength(2);
  const job = world.job("closings", "settings.manage");
  for (const part of due) await closeOverdueShift.run({ ...world.ctx(manager), actor: job, now }, part);
  await desk.relay();
  const days = (await desk.sent()).filter(({ text }) => text.includes("📐"));
  const last = (person: UserActor) => days.findLast(({ chat }) => chat === person.telegramId);
  for (const person of [manager, engineer]) {
    expect(last(person)?.text).toMatch(/Внесено {2}0 из \d+/);
    expect(last(person)?.text).toContain("закрыл");
    expect(last(person)?.ring).toBe("never");
  }
  const rows = (await desk.notifications()).filter(({ key }) => key.startsWith("fact.day_card"));
  expect(
    rows
      .filter(({ unread }) => unread)
      .map(({ userId }) => userId)
      .toSorted(),
  ).toEqual([manager.id, engineer.id].toSorted());
});

test("what a deputy is told of somebody's part names them, in the message and in a list", async () => {
  const deputy = await world.as("geodesist");
  await world.db.sql`
    insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
    values (${foreman.id}, ${deputy.id}, ${object.id}, '2026-09-08', '2026-09-20', ${manager.id}, ${world.now})`;
  const now = new Date("2026-09-09T09:00:00Z");
  desk.deps.now = () => now;
  const [due] = (await findOverdueShifts(world.db, now)).filter(({ foremanId }) => foremanId === foreman.id);
  if (due === undefined) throw new Error("nothing is due");
  const job = world.job("closings", "settings.manage");
  await closeOverdueShift.run({ ...world.ctx(manager), actor: job, now }, due);
  await desk.relay();
  const [told] = (await desk.sent()).filter(({ text }) => text.includes("🔒"));
  expect(told?.chat).toBe(deputy.telegramId);
  expect(told?.text).toContain("Часть смены, вт, 8 сентября");
  expect(told?.text).toContain("По замещению: Белов");
  const [row] = await world.db.read<{ id: number; fold: number }>(
    `with n as (select id from notifications where user_id = $1 and key like 'shift.closed_for%'),
       f as (insert into message_folds (user_id, started_at, notification_ids)
         select $1::int, $2::timestamptz, array[n.id, n.id] from n returning id)
     select n.id, f.id as fold from n, f`,
    [deputy.id, now.toISOString()],
  );
  const listed = async () => (await readFold(world.db, row?.fold ?? 0, deputy.id, now))?.items;
  expect((await listed())?.[0]).toMatchObject({ behalf: "Сергей Белов" });
  await world.db.sql`update delegations set ended_at = ${now}`;
  expect(await listed()).toEqual([]);
});

test("parts that close themselves days late, since nothing ran the clock, stand in the centre and send nothing", async () => {
  const now = new Date("2026-09-16T09:30:00Z");
  desk.deps.now = () => now;
  const job = world.job("closings", "settings.manage");
  const due = (await findOverdueShifts(world.db, now)).filter(({ foremanId }) => foremanId === foreman.id);
  for (const part of due) await closeOverdueShift.run({ ...world.ctx(manager), actor: job, now }, part);
  await closeOverdueOf("2026-09-08", job, now);
  await desk.relay();
  const told = (await desk.sent()).filter(({ text }) => text.includes("🔒"));
  expect(told.every(({ text }) => text.includes("15 сентября"))).toBe(true);
  const rows = (await desk.notifications()).filter(({ key }) => key.startsWith("shift.closed_for"));
  expect(rows.length).toBeGreaterThan(told.length);
  expect(rows.some(({ text }) => text.includes("8 сентября"))).toBe(true);
});

/** A closing of an old part, as the job writes it after an outage. */
async function closeOverdueOf(date: string, actor: ReturnType<World["job"]>, now: Date): Promise<void> {
  await enterFact.run(world.ctx(foreman), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date,
    quantity: "2",
  } as never);
  const due = (await findOverdueShifts(world.db, now)).filter(
    (part) => part.date === date && part.foremanId === foreman.id,
  );
  for (const part of due) await closeOverdueShift.run({ ...world.ctx(manager), actor, now }, part);
}
