import { schema } from "@stsphera/db";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { refusalOf } from "../../testing/index.ts";
import { expireDelegation, findExpiredDelegations } from "./index.ts";

let desk: RelayDesk;
beforeEach(async () => {
  desk = await openRelayDesk();
});
afterEach(() => closeQuiet(desk));

const job = () => desk.world.ctx(desk.world.job("delegations", "settings.manage"));

/** The surveyor stands in for the foreman through this day. */
async function deputy(toDay: string): Promise<number> {
  const { world, object } = desk;
  const [foreman, surveyor] = [await world.as("construction_itr"), await world.as("geodesist")];
  const [row] = await world.db.orm
    .insert(schema.delegations)
    .values({
      principalId: foreman.id,
      deputyId: surveyor.id,
      objectId: object.id,
      fromDay: "2026-09-01",
      toDay,
      createdBy: foreman.id,
      createdAt: world.now,
    })
    .returning({ id: schema.delegations.id });
  return row?.id ?? 0;
}

test("a delegation that ran out is ended once, and rings both users", async () => {
  const { world } = desk;
  const delegationId = await deputy("2026-09-07");
  expect(await findExpiredDelegations(world.db, world.now)).toEqual([delegationId]);
  await expireDelegation.run(job(), { delegationId });
  await desk.relay();
  const [foreman, surveyor] = [await world.as("construction_itr"), await world.as("geodesist")];
  const sent = await desk.sent();
  expect(new Set(sent.map(({ chat, ring }) => `${chat} ${ring}`))).toEqual(
    new Set([`${foreman.telegramId} always`, `${surveyor.telegramId} always`]),
  );
  for (const { text } of sent) expect(text).toContain("<b>👥 Замещение окончено: Белов");
  expect((await desk.notifications()).map(({ unread }) => unread)).toEqual([true, true]);
  expect(await findExpiredDelegations(world.db, world.now)).toEqual([]);
  expect((await refusalOf(expireDelegation.run(job(), { delegationId }))).code).toBe("not_found");
});

test("one whose last day goes on is left alone, and only a job ends any", async () => {
  const { world } = desk;
  const lasting = await deputy("2026-09-08");
  expect(await findExpiredDelegations(world.db, world.now)).toEqual([]);
  expect((await refusalOf(expireDelegation.run(job(), { delegationId: lasting }))).code).toBe("not_found");
  const over = await deputy("2026-09-07");
  const admin = world.ctx(await world.as("admin"));
  const before = await world.traces();
  expect((await refusalOf(expireDelegation.run(admin, { delegationId: over }))).code).toBe("forbidden");
  expect(await world.traces()).toEqual(before);
});
