import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import type { TestObject, World } from "../../testing/index.ts";
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
