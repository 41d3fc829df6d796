import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fieldsOf, createTestWorld, outcomes, refusalOf, type World } from "../../testing/index.ts";
import { getNotificationSettings } from "./get-notification-settings.ts";
import { saveNotificationSettings } from "./save-notification-settings.ts";

let world: World;
let person: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(async () => {
  person = await world.createUser();
});
afterAll(() => world.close());

const USUAL = {
  muted: [],
  inDigest: [],
  quietFrom: "22:00",
  quietTo: "07:00",
  morningDigest: true,
  digestAt: "07:15",
  ownDigestTime: false,
  eveningAt: null,
  daysOff: "object",
  version: 0,
};
const WISHES = {
  muted: ["supply", "documents"] as ("supply" | "documents")[],
  inDigest: ["facts" as const],
  quietFrom: "20:30",
  quietTo: "08:15",
  morningDigest: false,
  digestAt: "08:20",
  ownDigestTime: true,
  eveningAt: "18:20",
  daysOff: "weekend" as const,
};
const read = (actor = person) => getNotificationSettings.run(world.ctx(actor), {});
const save = (more: object = {}) =>
  saveNotificationSettings.run(world.ctx(person), { ...WISHES, version: 0, ...more });

test("a user who saved nothing has the default settings", async () => {
  expect(await read()).toEqual(USUAL);
});

test("regression 29: answered settings are stored completely and stay", async () => {
  expect(await save()).toEqual({ ...WISHES, version: 1 });
  expect(await read()).toEqual({ ...WISHES, version: 1 });
  expect(await read(await world.again(person))).toEqual({ ...WISHES, version: 1 });
  const changed = { ...USUAL, quietFrom: "00:00", quietTo: "00:00", daysOff: "object" as const };
  expect(await save({ ...changed, version: 1 })).toEqual({ ...changed, version: 2 });
  expect(await read()).toEqual({ ...changed, version: 2 });
  expect(await read(await world.createUser())).toEqual(USUAL);
});

test("an older version is refused and changes nothing", async () => {
  await save();
  const before = await world.traces();
  const refusal = await refusalOf(save({ quietFrom: "20:00" }));
  expect(refusal).toMatchObject({ code: "version_conflict", details: { current: { version: 1 } } });
  expect(await read()).toEqual({ ...WISHES, version: 1 });
  expect(await world.traces()).toEqual(before);
});

test("of two parallel first saves one succeeds", async () => {
  const ends = await outcomes([save(), save({ morningDigest: true })]);
  expect(ends.done).toHaveLength(1);
  expect(["conflict", "version_conflict"]).toContain(ends.refused[0]);
  expect((await read()).version).toBe(1);
});

test.each([
  [{ muted: ["weather"] }, "muted.0: invalid_value"],
  [{ muted: ["tasks", "tasks"] }, "muted: given_twice"],
  [{ inDigest: ["documents"] }, "inDigest: given_twice"],
  [{ digestAt: "7:15" }, "digestAt: invalid_format"],
  [{ digestAt: "05:00", ownDigestTime: true }, "digestAt: within_quiet_hours"],
  [{ digestAt: "22:30", ownDigestTime: true }, "digestAt: within_quiet_hours"],
  [{ eveningAt: "23:30" }, "eveningAt: within_quiet_hours"],
  [{ daysOff: "never" }, "daysOff: invalid_value"],
  [{ quietFrom: "24:00" }, "quietFrom: invalid_format"],
  [{ quietTo: "7:00" }, "quietTo: invalid_format"],
  [{ morningDigest: "да" }, "morningDigest: invalid_type"],
  [{ version: -1 }, "version: too_small"],
  [{ sound: "on" }, "sound: unknown_field"],
])("%o is refused", async (more, field) => {
  expect(fieldsOf(await refusalOf(save(more)))).toEqual([field]);
});
