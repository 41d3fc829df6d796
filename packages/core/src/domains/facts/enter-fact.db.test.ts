import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { getObjectDashboard } from "../objects/index.ts";
import { createCrew } from "../production/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "./enter-fact.ts";
import { getFactForm } from "./get-fact-form.ts";
import { listFacts } from "./list-facts.ts";
import { type FactScene, openFactScene, TODAY } from "./testing/fact-scene.ts";

let world: World;
let object: TestObject;
let modules: FactScene["modules"];
let entry: FactScene["entry"];
let enter: FactScene["enter"];

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ object, modules, entry, enter } = await openFactScene(world));
});

const foreman = () => world.as("construction_itr");
const refuse = async (more: Record<string, unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(enter(more));
  expect(await world.traces()).toEqual(before);
  return refused;
};

describe("entering a fact", () => {
  it("writes the ledger, updates the sums and returns the new state", async () => {
    const { fact, floorVolume } = await enter({ notes: "До обеда" });
    expect(fact).toMatchObject({
      quantity: "12",
      status: "submitted",
      kind: "work",
      overPlan: false,
      dayOff: false,
    });
    expect(floorVolume).toEqual({ id: modules, planQty: "36", factQty: "12", pct: "33.3", remaining: "24" });
    const manager = world.ctx(await world.as("project_manager"));
    const dashboard = await getObjectDashboard.run(manager, { objectId: object.id });
    expect(dashboard.modules).toMatchObject({ plan: "144", fact: "12", pct: "8.3" });
    expect(dashboard.facades[0]?.floors[0]).toMatchObject({ code: "1", plan: "36", fact: "12" });
    expect(dashboard.today).toMatchObject({ entries: 1, modules: "12" });
  });

  test.each([
    ["12,5 and 12.5 mean the same", "УТП", "12,5", "12.5"],
    ["spaces at the ends are of no account", "МОД", " 12 ", "12"],
    ["zeros in front are of no account", "МОД", "007", "7"],
  ])("%s", async (_name, work, typed, stands) => {
    const other = await world.createTestObject({
      volumes: [
        { facade: "Юг", floor: "1", work: "МОД", planQty: "36" },
        { facade: "Юг", floor: "1", work: "УТП", planQty: "48.6" },
      ],
    });
    const cell = other.cell("Юг", "1", work);
    const answer = await enter({ objectId: other.id, floorVolumeId: cell, quantity: typed });
    expect(answer.fact.quantity).toBe(stands);
  });

  test.each([
    "",
    "двенадцать",
    "NaN",
    "Infinity",
    "1e309",
    "-5",
    "1000000000000",
    "1.2345",
    "12,5,1",
    "0x10",
  ])("refuses «%s» as a quantity and writes nothing (regression 14)", async (quantity) => {
    const refused = await refuse({ quantity });
    expect(refused.code).toBe("validation_failed");
    expect(fieldsOf(refused)).toEqual(["quantity: quantity_format"]);
  });

  it("refuses 0, a fraction of a piece, a number that is not a string, and more than two plans", async () => {
    expect(fieldsOf(await refuse({ quantity: "0" }))).toEqual(["quantity: quantity_zero"]);
    expect(fieldsOf(await refuse({ quantity: "12,5" }))).toEqual(["quantity: quantity_whole"]);
    expect((await refuse({ quantity: 12 })).code).toBe("validation_failed");
    expect(fieldsOf(await refuse({ quantity: "73" }))).toEqual(["quantity: quantity_twice_plan"]);
  });

  it("asks for a reason when it exceeds the remainder, then saves it flagged", async () => {
    const refused = await refuse({ quantity: "40" });
    expect(fieldsOf(refused)).toEqual(["planReason: reason_required"]);
    expect(refused.details.values).toEqual({ left: "36", over: "4" });
    expect(fieldsOf(await refuse({ quantity: "40", planReason: { code: "other" } }))).toEqual([
      "planReason: reason_words",
    ]);
    const { fact, floorVolume } = await enter({ quantity: "40", planReason: { code: "remeasure" } });
    expect(fact).toMatchObject({ overPlan: true, planReason: { code: "remeasure", text: null } });
    expect(floorVolume).toMatchObject({ factQty: "40", remaining: "0", pct: "111.1" });
  });

  it("accepts today and seven working days back, older days only from РП and ПТО, the future from nobody", async () => {
    await enter({ date: "2026-08-31" });
    expect(fieldsOf(await refuse({ date: "2026-08-28" }))).toEqual(["date: date_closed"]);
    expect(fieldsOf(await refuse({ date: "2026-09-09" }))).toEqual(["date: date_future"]);
    const manager = world.ctx(await world.as("project_manager"));
    const { fact } = await enterFact.run(manager, entry({ date: "2026-07-01" }) as never);
    expect(fact.date).toBe("2026-07-01");
  });

  it("accepts a day off and flags it", async () => {
    const { fact } = await enter({ date: "2026-09-06" });
    expect(fact.dayOff).toBe(true);
  });

  it("asks for confirmation before the same line is entered twice within half an hour, then adds", async () => {
    await enter();
    const refused = await refuse({ quantity: "3" });
    expect(refused.code).toBe("possible_duplicate");
    expect(refused.details.current).toMatchObject({ quantity: "12" });
    const { floorVolume } = await enter({ quantity: "3", confirmDuplicate: true });
    expect(floorVolume.factQty).toBe("15");
    const later = world.ctx(await foreman(), { now: new Date(world.now.getTime() + 31 * 60_000) });
    await enterFact.run(later, entry({ quantity: "1" }) as never);
  });

  it("returns the same entry for the same key, and refuses another input", async () => {
    const ctx = world.ctx(await foreman(), { idempotencyKey: "one" });
    const first = await enterFact.run(ctx, entry() as never);
    const second = await enterFact.run(ctx, entry() as never);
    expect(second).toEqual(first);
    const other = await refusalOf(enterFact.run(ctx, entry({ quantity: "5" }) as never));
    expect(other.code).toBe("idempotency_mismatch");
    const page = await listFacts.run(ctx, { objectId: object.id });
    expect(page.items).toHaveLength(1);
  });

  it("is refused on an object that is not running", async () => {
    const draft = await world.createTestObject({ active: false });
    const refused = await refuse({ objectId: draft.id, floorVolumeId: draft.cell("Юг", "1", "МОД") });
    expect(refused).toMatchObject({ code: "conflict", details: { sentence: "object_takes_no_facts" } });
  });

  it("gives not_found for another user's object and for a cell of another object", async () => {
    const stranger = await world.createUser();
    const refused = await refusalOf(enterFact.run(world.ctx(stranger), entry() as never));
    expect(refused.code).toBe("not_found");
    const other = await world.createTestObject();
    expect((await refuse({ floorVolumeId: other.cell("Юг", "1", "МОД") })).code).toBe("not_found");
  });

  it("lets two foremen write to one cell in parallel, and loses neither entry", async () => {
    const second = await world.createUser();
    const shared = await world.createTestObject({
      members: [{ actor: second, roles: ["construction_itr"] }],
    });
    const cell = shared.cell("Юг", "1", "МОД");
    const one = world.ctx(await foreman());
    const two = world.ctx(await world.again(second));
    const write = (ctx: typeof one, quantity: string) =>
      enterFact.run(ctx, {
        objectId: shared.id,
        floorVolumeId: cell,
        date: TODAY,
        quantity,
        confirmDuplicate: true,
      });
    await Promise.all([1, 2, 3, 4].flatMap((n) => [write(one, String(n)), write(two, String(n))]));
    const dashboard = await getObjectDashboard.run(one, { objectId: shared.id });
    expect(dashboard.modules.fact).toBe("20");
    const ledger = await world.db.read<{ sum: string }>(
      "select trim_scale(sum(quantity))::text as sum from daily_plan_fact where floor_volume_id = $1",
      [cell],
    );
    expect(ledger[0]?.sum).toBe("20");
  });

  it("lets an installer enter only the work of their own crew", async () => {
    const installer = await world.as("installer");
    const admin = world.ctx(await world.as("admin"));
    const code = `БР-${object.id}`;
    const crew = { name: "Модули-2", size: 7, objectId: object.id };
    const own = await createCrew.run(admin, {
      ...crew,
      code,
      lead: "Фарход Юсупов",
      leadUserId: installer.id,
    });
    const foreign = await createCrew.run(admin, { ...crew, code: `${code}ч`, lead: "Виталий Громов" });
    const ctx = world.ctx(installer);
    const { fact } = await enterFact.run(ctx, entry({ crewId: own.id }) as never);
    expect(fact).toMatchObject({ workers: 7, hours: "8", crew: { code } });
    const refused = await refusalOf(enterFact.run(ctx, entry({ crewId: foreign.id }) as never));
    expect(refused).toMatchObject({ code: "forbidden", details: { permission: "fact.enter" } });
  });

  it("assigns 23:30 in Moscow to the same day (regression 46)", async () => {
    const late = world.ctx(await foreman(), { now: new Date("2026-09-08T20:30:00Z") });
    const form = await getFactForm.run(late, { objectId: object.id });
    expect(form.date).toBe("2026-09-08");
    const night = world.ctx(await foreman(), { now: new Date("2026-09-08T23:30:00Z") });
    const { fact } = await enterFact.run(night, entry() as never);
    expect(fact.date).toBe("2026-09-08");
  });
});
