import type { saveNotificationSettingsInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { z } from "zod";
import { createDeliverer } from "../deliveries/index.ts";
import { saveNotificationSettings } from "../../domains/people/index.ts";
import { USUAL_SETTINGS } from "../../domains/people/notification-settings.ts";
import { fakeTelegram } from "../deliveries/testing/fake-telegram.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "./testing/relay-desk.ts";

let desk: RelayDesk;
let foremanId: number;
beforeEach(async () => {
  desk = await openRelayDesk();
  foremanId = (await desk.world.as("construction_itr")).id;
});
afterEach(() => closeQuiet(desk));

/** The foreman saves settings, as the app does. */
const saveSettings = async (values: Partial<z.input<typeof saveNotificationSettingsInput>>) => {
  const foreman = await desk.world.as("construction_itr");
  await saveNotificationSettings.run(desk.world.ctx(foreman), { ...USUAL_SETTINGS, ...values });
};

/** The manager assigns the foreman a task, and the relay notifies. */
async function assign(): Promise<void> {
  const { world, object } = desk;
  const manager = await world.as("project_manager");
  const [task] = await world.db.orm
    .insert(schema.tasks)
    .values({
      objectId: object.id,
      title: "Испытать анкеры",
      status: "assigned",
      creatorId: manager.id,
      assigneeId: foremanId,
      createdAt: world.now,
      statusSince: world.now,
    })
    .returning({ id: schema.tasks.id });
  await desk.happen({
    type: "task.assigned",
    entityType: "task",
    entityId: task?.id ?? 0,
    actorId: manager.id,
    payload: { assigneeId: foremanId, previousAssigneeId: null },
  });
  await desk.relay();
}

test("regression 29: a muted category still adds notifications, but sends no message", async () => {
  await saveSettings({ muted: ["tasks"] });
  await assign();
  expect((await desk.notifications()).map((row) => [row.userId, row.category, row.unread])).toEqual([
    [foremanId, "tasks", true],
  ]);
  expect(await desk.sent()).toEqual([]);
});

test("muting another category delays nothing", async () => {
  await saveSettings({ muted: ["facts", "people"] });
  await assign();
  expect(await desk.sent()).toHaveLength(1);
});

type Clock = { at: Date };

function delivererAt(clock: Clock) {
  const telegram = fakeTelegram();
  const warn = (message: string) => desk.warnings.push(message);
  const deliverer = createDeliverer({
    db: desk.world.db,
    api: telegram.api,
    now: () => clock.at,
    publicUrl: "https://sts.example",
    warn,
  });
  const send = async (at: string) => {
    clock.at = new Date(at);
    await desk.world.db.sql`delete from telegram_limits`;
    await deliverer.drainOnce();
    return telegram.calls.splice(0).map((call) => call.method);
  };
  return { send };
}

test("regression 31: nothing rings at night; the message is sent at seven", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await assign();
  expect(await send("2026-09-08T19:00:00Z")).toEqual([]);
  expect(await send("2026-09-09T03:59:00Z")).toEqual([]);
  expect(await send("2026-09-09T04:00:00Z")).toEqual(["sendMessage"]);
});

test("regression 31: a message delayed by an outage until the night waits for the morning too", async () => {
  await assign();
  const { send } = delivererAt({ at: desk.world.now });
  expect(await send("2026-09-08T22:30:00Z")).toEqual([]);
  expect(await send("2026-09-09T04:00:00Z")).toEqual(["sendMessage"]);
});

test("regression 31: alarms, replies and card edits are sent at night", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await assign();
  await desk.world.db.sql`update deliveries set priority = 1`;
  expect(await send("2026-09-08T20:00:00Z")).toEqual(["sendMessage"]);

  await desk.world.db.sql`
    update deliveries set status = 'queued', priority = 2, params = jsonb_set(params, '{ring}', '"first"')`;
  expect(await send("2026-09-08T20:01:00Z")).toEqual(["editMessageText"]);

  await desk.world.db.sql`update deliveries set status = 'queued', notification_id = null, card_key = null`;
  expect(await send("2026-09-08T20:02:00Z")).toEqual(["sendMessage"]);
});

test("what concerns no object waits for the office's next working day: nothing rings on New Year's Day", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await assign();
  await desk.world.db.sql`update notifications set object_id = null`;
  await desk.world.db.sql`insert into production_calendars (year, days_off, working_weekends, short_days)
    values (2027, '{2027-01-01}', '{2027-01-02}', '{}') on conflict (year) do update
    set days_off = excluded.days_off, working_weekends = excluded.working_weekends`;
  expect(await send("2027-01-01T07:15:00Z")).toEqual([]);
  expect(await send("2027-01-02T03:59:00Z")).toEqual([]);
  expect(await send("2027-01-02T04:00:00Z")).toEqual(["sendMessage"]);
});

test("a user's own hours and time zone apply", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await saveSettings({ quietFrom: "12:00", quietTo: "13:30" });
  await desk.world.db.sql`update users set time_zone = 'Asia/Vladivostok' where id = ${foremanId}`;
  await assign();
  expect(await send("2026-09-09T02:30:00Z")).toEqual([]);
  expect(await send("2026-09-09T03:30:00Z")).toEqual(["sendMessage"]);
});

test("a category told in the morning sends no message, but edits one that is in the chat", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await assign();
  expect(await send("2026-09-08T09:00:00Z")).toEqual(["sendMessage"]);
  await saveSettings({ inDigest: ["tasks"] });
  await assign();
  expect(await desk.notifications()).toHaveLength(2);
  const rings = await desk.world.db.read<{ ring: string }>(
    `select params->>'ring' as ring from deliveries order by id desc limit 1`,
    [],
  );
  expect(rings).toEqual([{ ring: "edit" }]);
  expect(await send("2026-09-08T09:01:00Z")).toEqual([]);
});

test("regression 31: nothing rings on a day off of the object, or of the user's own", async () => {
  const { send } = delivererAt({ at: desk.world.now });
  await desk.world.db.sql`
    delete from object_workdays where object_id = ${desk.object.id} and day in ('2026-09-09', '2026-09-10')`;
  await assign();
  expect(await send("2026-09-09T09:00:00Z")).toEqual([]);
  expect(await send("2026-09-10T09:00:00Z")).toEqual([]);
  await saveSettings({ daysOff: "weekend" });
  await desk.world.db.sql`update deliveries set not_before = ${desk.world.now}`;
  expect(await send("2026-09-10T09:00:01Z")).toEqual(["sendMessage"]);
});
