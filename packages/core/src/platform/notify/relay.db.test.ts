import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enterFact } from "../../domains/facts/index.ts";
import type { TestObject, World } from "../../testing/index.ts";
import { MAX_ATTEMPTS, relayNext } from "./relay-next.ts";
import { openRelayDesk, type RelayDesk } from "./testing/relay-desk.ts";

let desk: RelayDesk;
let world: World;
let object: TestObject;

const TODAY = "2026-09-08";

beforeEach(async () => {
  desk = await openRelayDesk({});
  ({ world, object } = desk);
});
afterEach(() => desk.close());

const enter = async (role: "construction_itr" | "project_manager", more: Record<string, unknown> = {}) =>
  enterFact.run(world.ctx(await world.as(role)), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: TODAY,
    quantity: "12",
    ...more,
  } as never);

describe("the queue of events", () => {
  test("parallel relays notify of each event once, in order", async () => {
    for (const floor of ["1", "2"]) {
      for (const facade of ["Юг", "Запад"]) {
        await enter("construction_itr", { floorVolumeId: object.cell(facade, floor, "МОД") });
      }
    }
    const waiting = async () =>
      (await world.db.read("select id from outbox where relayed_at is null", [])).length;
    while ((await waiting()) > 0)
      await Promise.all([relayNext(desk.deps), relayNext(desk.deps), relayNext(desk.deps)]);
    const sent = await desk.deliveries();
    expect(sent.map((one) => /Модули {2}<b>(\d+)/.exec(one.text)?.[1])).toHaveLength(4);
    expect(sent.at(-1)?.text).toContain("<b>48</b>");
    expect(new Set(sent.map((one) => one.status))).toEqual(new Set(["superseded", "queued"]));
  });

  test("an event that keeps failing is set aside after some attempts and does not block others", async () => {
    await world.db.sql`
      insert into outbox (command_id, type, object_id, entity_type, entity_id, payload, created_at)
      values (gen_random_uuid(), 'fact.entered', ${object.id}, 'fact', 1, '{}', ${world.now})`;
    await enter("construction_itr");
    const kinds: string[] = [];
    for (let round = 0; round <= MAX_ATTEMPTS + 1; round += 1) kinds.push((await relayNext(desk.deps)).kind);
    expect(kinds).toEqual([...Array.from({ length: MAX_ATTEMPTS }, () => "failed"), "relayed", "idle"]);
    expect(desk.warnings).toHaveLength(MAX_ATTEMPTS);
    expect(desk.warnings.at(-1)).toContain("set aside");
    const parked = await world.db.read("select error from outbox where relayed_at is null", []);
    expect(parked).toEqual([{ error: "fact.entered names no day" }]);
    expect(await desk.deliveries()).toHaveLength(1);
  });

  test("an event relayed before a crash, but not marked, is not sent twice", async () => {
    await enter("construction_itr");
    await desk.relay();
    await world.db.sql`update outbox set relayed_at = null where id = (select max(id) from outbox)`;
    await desk.relay();
    expect(await desk.deliveries()).toHaveLength(1);
  });
});
