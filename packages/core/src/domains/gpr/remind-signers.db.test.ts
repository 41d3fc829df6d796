import type { Role } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { changeObjectStatus } from "../objects/index.ts";
import { type ClockDesk, clockOf } from "../digest/testing/clock-desk.ts";
import { refusalOf } from "../../testing/index.ts";
import { changeGprStatus, createGpr, editGprRows, getGpr, remindGprSigners, signGpr } from "./verbs.ts";

let desk: RelayDesk;
let clock: ClockDesk;
let gprId: number;

beforeEach(async () => {
  desk = await openRelayDesk();
  clock = clockOf(desk);
  const ctx = await as("project_manager");
  ({ id: gprId } = await createGpr.run(ctx, { objectId: desk.object.id, from: "empty" }));
  const { id: ownerId } = await desk.world.as("construction_itr");
  const row = { do: "add", name: "Разметка", department: "construction", duration: 3, ownerId } as const;
  const { version } = await editGprRows.run(ctx, { gprId, edits: [row] });
  await changeGprStatus.run(ctx, { gprId, version, move: "send" });
  await desk.relay();
  await desk.sent();
});
afterEach(() => closeQuiet(desk));

const as = async (role: Role) => desk.world.ctx(await desk.world.as(role));
const sign = async (role: Role) => {
  const { hash } = await getGpr.run(await as(role), { gprId });
  return signGpr.run(await as(role), { gprId, hash: hash ?? "" });
};
const withoutCard = async (role: Role) => {
  const { id } = await desk.world.as(role);
  await desk.world.db.sql`insert into notification_settings (user_id, morning_digest) values (${id}, false)
    on conflict (user_id) do update set morning_digest = false`;
};
/** Who was reminded at an instant, by role, with the title. */
async function reminded(instant: string): Promise<string[]> {
  const roles: readonly Role[] = [
    "project_manager",
    "design_head",
    "supply",
    "production",
    "construction_itr",
  ];
  const people = await Promise.all(roles.map(async (role) => [(await desk.world.as(role)).telegramId, role]));
  const names = new Map(people.map(([chat, role]) => [String(chat), role]));
  return (await clock.at(instant))
    .filter(({ text, ring }) => text.includes("ждёт подписей") && ring !== "edit")
    .map(({ chat, text }) => `${names.get(chat) ?? chat}: ${/(\d+)-й/.exec(text)?.[1]}`)
    .toSorted();
}

// The world stands on Tuesday, 8 September; its versions are signed by the office, five days a week.
test("who has no morning card is told each working day, the others from the third day on, with the manager", async () => {
  await withoutCard("supply");
  await withoutCard("production");
  await sign("production");
  expect(await reminded("2026-09-08T07:30:00Z")).toEqual([]);
  expect(await reminded("2026-09-09T06:30:00Z")).toEqual([]);
  expect(await reminded("2026-09-09T07:05:00Z")).toEqual(["supply: 1"]);
  expect(await reminded("2026-09-09T07:10:00Z")).toEqual([]);
  expect(await reminded("2026-09-10T07:05:00Z")).toEqual(["supply: 2"]);
  expect(await reminded("2026-09-11T07:05:00Z")).toEqual([
    "construction_itr: 3",
    "design_head: 3",
    "project_manager: 3",
    "supply: 3",
  ]);
  expect(await reminded("2026-09-12T07:05:00Z")).toEqual([]);
  await sign("supply");
  expect(await reminded("2026-09-14T07:05:00Z")).toEqual([
    "construction_itr: 4",
    "design_head: 4",
    "project_manager: 4",
  ]);
});

test("nobody is told of a version that is no draft of theirs any more, or of an object on hold", async () => {
  await withoutCard("supply");
  const ctx = await as("project_manager");
  const [object] = await desk.world.db.read<{ version: number }>(
    "select version from objects where id = $1",
    [desk.object.id],
  );
  await changeObjectStatus.run(ctx, {
    objectId: desk.object.id,
    move: "hold",
    version: object?.version ?? 0,
    reason: "Заказчик остановил работы",
  });
  expect(await reminded("2026-09-09T07:05:00Z")).toEqual([]);
  const [held] = await desk.world.db.read<{ version: number }>("select version from objects where id = $1", [
    desk.object.id,
  ]);
  await changeObjectStatus.run(ctx, {
    objectId: desk.object.id,
    move: "resume",
    version: held?.version ?? 0,
    reason: "Заказчик вернулся",
  });
  const { version } = await getGpr.run(ctx, { gprId });
  await changeGprStatus.run(ctx, { gprId, version, move: "recall" });
  await desk.relay();
  expect(await reminded("2026-09-10T07:05:00Z")).toEqual([]);
});

test("the manager reminds all who have not signed at once, and not twice within an hour", async () => {
  await sign("supply");
  await desk.relay();
  await desk.sent();
  const ctx = await as("project_manager");
  expect((await getGpr.run(ctx, { gprId })).can.actions).toContain("remind");
  expect((await getGpr.run(await as("supply"), { gprId })).can.actions).not.toContain("remind");
  expect(await remindGprSigners.run(ctx, { gprId })).toMatchObject({ reminded: 4 });
  await desk.relay();
  const told = (await desk.sent()).filter(({ ring }) => ring === "always");
  const chats = await Promise.all(
    (["design_head", "production", "construction_itr"] as const).map(
      async (role) => (await desk.world.as(role)).telegramId,
    ),
  );
  expect(told.map(({ chat }) => chat).toSorted()).toEqual(chats.toSorted());
  expect(told.every(({ text }) => text.includes("✍️ ГПР на подпись"))).toBe(true);
  const before = await desk.world.traces();
  const twice = await refusalOf(remindGprSigners.run(ctx, { gprId }));
  expect(twice).toMatchObject({ code: "conflict", details: { sentence: "gpr_reminded" } });
  const supply = await refusalOf(remindGprSigners.run(await as("supply"), { gprId }));
  expect(supply).toMatchObject({ code: "forbidden", details: { permission: "gpr.send" } });
  expect(await desk.world.traces()).toEqual(before);
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 61 * 60_000) };
  expect(await remindGprSigners.run(later, { gprId })).toMatchObject({ reminded: 4 });
  const { version } = await getGpr.run(ctx, { gprId });
  await changeGprStatus.run(ctx, { gprId, version, move: "recall" });
  const draft = await refusalOf(remindGprSigners.run(later, { gprId }));
  expect(draft.details.sentence).toBe("gpr_not_pending");
});
