import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { schema } from "@stsphera/db";
import { enterFact } from "../../domains/facts/index.ts";
import type { TestObject, World } from "../../testing/index.ts";
import { NOTICES } from "../../domains/index.ts";
import { NOBODY, type NotificationCard } from "./notice.ts";
import { numberOf } from "./payload.ts";
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

/** An event that can be read and drawn, but not written: its object does not exist. */
const UNWRITABLE: NotificationCard = {
  name: "unwritable",
  category: "system",
  of: ["object"],
  read: () => Promise.resolve({}),
  people: (_thing, { payload }) => ({ person: [numberOf(payload["userId"])] }),
  sees: () => true,
  subject: () => ({
    key: "unwritable",
    type: "unwritable",
    objectId: 2_000_000_000,
    entityType: "object",
    entityId: 1,
    deepLink: null,
    living: false,
  }),
  draw: () => ({ text: "nobody reads this", buttons: [] }),
};

const attempts = async () =>
  world.db.read<{ attempts: number; waits: boolean }>(
    "select attempts, relayed_at is null as waits from outbox where attempts > 0 order by id",
    [],
  );

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
    expect(sent.map((one) => /Модули {2}<b>(\d+)/.exec(one.text)?.[1]).at(-1)).toBe("48");
    expect(sent.filter(({ status }) => status === "queued")).toHaveLength(1);
    expect(await desk.notifications()).toHaveLength(1);
  });

  test("an event that keeps failing is set aside after some attempts and does not block others", async () => {
    await world.db.sql`
      insert into outbox (command_id, type, object_id, entity_type, entity_id, payload, created_at)
      values (gen_random_uuid(), 'fact.entered', ${object.id}, 'fact', 1, '{}', ${world.now})`;
    await enter("construction_itr");
    const kinds: string[] = [];
    for (let round = 0; round <= MAX_ATTEMPTS + 1; round += 1) kinds.push((await relayNext(desk.deps)).kind);
    // The batch goes on without it; then it is tried alone until it is set aside.
    const alone = Array.from({ length: MAX_ATTEMPTS - 1 }, () => "failed");
    expect(kinds).toEqual(["relayed", ...alone, "idle", "idle"]);
    expect(desk.warnings).toHaveLength(MAX_ATTEMPTS);
    expect(desk.warnings.at(-1)).toContain("set aside");
    const parked = await world.db.read("select error from outbox where relayed_at is null", []);
    expect(parked).toEqual([{ error: "fact.entered names no day" }]);
    expect(await desk.deliveries()).toHaveLength(1);
  });

  test("an event that cannot be written takes no other with it, and nobody is told twice", async () => {
    const person = await world.as("supply");
    await enter("construction_itr");
    const event = {
      type: "object.created" as const,
      entityType: "object",
      entityId: object.id,
      actorId: null,
    };
    await desk.happen({ ...event, payload: { userId: person.id } });
    await enter("construction_itr", { floorVolumeId: object.cell("Юг", "2", "МОД") });
    const notice = { to: ["person"], card: UNWRITABLE, alert: "always" as const };
    const deps = { ...desk.deps, notices: { ...NOTICES, "object.created": notice } };
    const kinds: string[] = [];
    for (let kind = ""; kind !== "idle"; kinds.push(kind)) kind = (await relayNext(deps)).kind;
    // All together, then the first, the poisoned one until it is set aside, and the last.
    const alone = Array.from({ length: MAX_ATTEMPTS - 1 }, () => "failed");
    expect(kinds).toEqual(["failed", "relayed", ...alone, "relayed", "idle"]);
    expect((await attempts()).map(({ waits }) => waits)).toEqual([false, true, false]);
    expect((await desk.notifications()).map(({ key }) => key)).not.toContain("unwritable");
    const sent = await desk.deliveries();
    expect(sent.map(({ status }) => status)).toEqual(["superseded", "queued"]);
    expect(sent.at(-1)?.text).toContain("<b>24</b>");
  });

  test("a batch whose process was killed is tried event by event, so that what kills it is set aside alone", async () => {
    await enter("construction_itr");
    await enter("construction_itr", { floorVolumeId: object.cell("Юг", "2", "МОД") });
    await world.db.sql`update outbox set attempts = ${MAX_ATTEMPTS - 1} where relayed_at is null`;
    await enter("construction_itr", { floorVolumeId: object.cell("Запад", "1", "МОД") });
    const dying = { ...desk.deps, notices: { ...NOTICES, "fact.entered": NOBODY } };
    for (let round = 0; round < 3; round += 1) expect((await relayNext(dying)).kind).toBe("relayed");
    expect((await attempts()).map((row) => row.attempts)).toEqual([MAX_ATTEMPTS, MAX_ATTEMPTS, 1]);
  });

  test("people, rights and settings of many events are read together", async () => {
    const statements = async () => {
      const texts: string[] = [];
      const db = {
        ...world.db,
        read: ((text, params) => (texts.push(text), world.db.read(text, params))) as typeof world.db.read,
      };
      await relayNext({ ...desk.deps, db });
      return texts.length;
    };
    await enter("construction_itr");
    const one = await statements();
    for (const floor of ["1", "2"])
      await enter("construction_itr", { floorVolumeId: object.cell("Запад", floor, "МОД") });
    expect(await statements()).toBe(one);
  });

  test("tasks of a batch are read by as many statements as one; an unknown one stays behind alone", async () => {
    const manager = await world.as("project_manager");
    const foreman = await world.as("construction_itr");
    const assigned = async (number: number) => {
      const rows = Array.from({ length: number }, (_, at) => ({
        objectId: object.id,
        title: `Шов ${at}`,
        status: "assigned" as const,
        creatorId: manager.id,
        assigneeId: foreman.id,
        createdAt: world.now,
        statusSince: world.now,
      }));
      const tasks = await world.db.orm.insert(schema.tasks).values(rows).returning({ id: schema.tasks.id });
      const payload = { assigneeId: foreman.id, previousAssigneeId: null };
      for (const { id: entityId } of tasks)
        await desk.happen({
          type: "task.assigned",
          entityType: "task",
          entityId,
          actorId: manager.id,
          payload,
        });
    };
    const statements = async () => {
      let count = 0;
      const read = ((text, params) => ((count += 1), world.db.read(text, params))) as typeof world.db.read;
      await relayNext({ ...desk.deps, db: { ...world.db, read } });
      return count;
    };
    await assigned(2);
    const two = await statements();
    await assigned(30);
    expect(await statements()).toBe(two);
    expect((await desk.sent()).length).toBe(32);

    await assigned(2);
    await desk.happen({
      type: "task.assigned",
      entityType: "task",
      entityId: 999_999,
      actorId: manager.id,
      payload: {},
    });
    await desk.relay();
    expect(await desk.sent()).toHaveLength(2);
    expect(desk.warnings.splice(0)).not.toEqual([]);
  });

  test("an event relayed before a crash, but not marked, is not sent twice", async () => {
    await enter("construction_itr");
    await desk.relay();
    await world.db.sql`update outbox set relayed_at = null where id = (select max(id) from outbox)`;
    await desk.relay();
    expect(await desk.deliveries()).toHaveLength(1);
  });
});
