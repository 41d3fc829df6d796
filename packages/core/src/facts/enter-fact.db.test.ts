import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { getObjectDashboard } from "../objects/index.ts";
import { createCrew } from "../production/index.ts";
import { type AnObject, fieldsOf, openWorld, refusalOf, type World } from "../testing/index.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { getFact } from "./get-fact.ts";
import { getFactForm } from "./get-fact-form.ts";
import { listFacts } from "./list-facts.ts";
import { readDayCard } from "./read-day-card.ts";
import { reverseFact } from "./reverse-fact.ts";
import { undoFact } from "./undo-fact.ts";

let world: World;
let object: AnObject;
let modules: number;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  object = await world.anObject();
  modules = object.cell("Юг", "1", "МОД");
});

const TODAY = "2026-09-08";
const foreman = () => world.as("construction_itr");
const entry = (more: Record<string, unknown> = {}) => ({
  objectId: object.id,
  floorVolumeId: modules,
  date: TODAY,
  quantity: "12",
  ...more,
});
const enter = async (more: Record<string, unknown> = {}) =>
  enterFact.run(world.ctx(await foreman()), entry(more) as never);
const refuse = async (more: Record<string, unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(enter(more));
  expect(await world.traces()).toEqual(before);
  return refused;
};

describe("entering a fact", () => {
  it("writes the ledger, moves the sums and answers with what stands", async () => {
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
    expect(dashboard.modules).toEqual({ plan: "144", fact: "12", pct: "8.3" });
    expect(dashboard.facades[0]?.floors[0]).toMatchObject({ code: "1", plan: "36", fact: "12" });
    expect(dashboard.today).toMatchObject({ entries: 1, modules: "12" });
  });

  test.each([
    ["12,5 and 12.5 mean the same", "УТП", "12,5", "12.5"],
    ["spaces are of no account", "МОД", " 1 2 ", "12"],
    ["zeros in front are of no account", "МОД", "007", "7"],
  ])("%s", async (_name, work, typed, stands) => {
    const other = await world.anObject({
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
  ])("refuses «%s» as a quantity and writes nothing (never-again 14)", async (quantity) => {
    const refused = await refuse({ quantity });
    expect(refused.code).toBe("validation_failed");
    expect(fieldsOf(refused)).toEqual(["quantity: quantity_format"]);
  });

  it("refuses 0, half a piece, a number that is no string, and more than two plans", async () => {
    expect(fieldsOf(await refuse({ quantity: "0" }))).toEqual(["quantity: quantity_zero"]);
    expect(fieldsOf(await refuse({ quantity: "12,5" }))).toEqual(["quantity: quantity_whole"]);
    expect((await refuse({ quantity: 12 })).code).toBe("validation_failed");
    expect(fieldsOf(await refuse({ quantity: "73" }))).toEqual(["quantity: quantity_twice_plan"]);
  });

  it("asks why when it is more than is left, then saves it flagged", async () => {
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

  it("takes today and seven working days back, РП and ПТО older ones, nobody the future", async () => {
    await enter({ date: "2026-08-31" });
    expect(fieldsOf(await refuse({ date: "2026-08-28" }))).toEqual(["date: date_closed"]);
    expect(fieldsOf(await refuse({ date: "2026-09-09" }))).toEqual(["date: date_future"]);
    const manager = world.ctx(await world.as("project_manager"));
    const { fact } = await enterFact.run(manager, entry({ date: "2026-07-01" }) as never);
    expect(fact.date).toBe("2026-07-01");
  });

  it("flags a day off and takes it", async () => {
    const { fact } = await enter({ date: "2026-09-06" });
    expect(fact.dayOff).toBe(true);
  });

  it("asks before the same line is entered twice within half an hour, then adds", async () => {
    await enter();
    const refused = await refuse({ quantity: "3" });
    expect(refused.code).toBe("possible_duplicate");
    expect(refused.details.current).toMatchObject({ quantity: "12" });
    const { floorVolume } = await enter({ quantity: "3", confirmDuplicate: true });
    expect(floorVolume.factQty).toBe("15");
    const later = world.ctx(await foreman(), { now: new Date(world.now.getTime() + 31 * 60_000) });
    await enterFact.run(later, entry({ quantity: "1" }) as never);
  });

  it("answers the same key with the same entry, and another input with a refusal", async () => {
    const ctx = world.ctx(await foreman(), { idempotencyKey: "one" });
    const first = await enterFact.run(ctx, entry() as never);
    const second = await enterFact.run(ctx, entry() as never);
    expect(second).toEqual(first);
    const other = await refusalOf(enterFact.run(ctx, entry({ quantity: "5" }) as never));
    expect(other.code).toBe("idempotency_mismatch");
    const page = await listFacts.run(ctx, { objectId: object.id });
    expect(page.items).toHaveLength(1);
  });

  it("takes no facts on an object that is not running", async () => {
    const draft = await world.anObject({ active: false });
    const refused = await refuse({ objectId: draft.id, floorVolumeId: draft.cell("Юг", "1", "МОД") });
    expect(refused).toMatchObject({ code: "conflict", details: { sentence: "object_takes_no_facts" } });
  });

  it("hides a foreign object, and a cell of another object", async () => {
    const stranger = await world.aPerson();
    const refused = await refusalOf(enterFact.run(world.ctx(stranger), entry() as never));
    expect(refused.code).toBe("not_found");
    const other = await world.anObject();
    expect((await refuse({ floorVolumeId: other.cell("Юг", "1", "МОД") })).code).toBe("not_found");
  });

  it("lets two foremen write to one cell at once, and loses neither", async () => {
    const second = await world.aPerson();
    const shared = await world.anObject({ members: [{ actor: second, roles: ["construction_itr"] }] });
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

  it("lets an installer enter his own crew's work alone", async () => {
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

  it("keeps a 23:30 Moscow entry on its own day (never-again 46)", async () => {
    const late = world.ctx(await foreman(), { now: new Date("2026-09-08T20:30:00Z") });
    const form = await getFactForm.run(late, { objectId: object.id });
    expect(form.date).toBe("2026-09-08");
    const night = world.ctx(await foreman(), { now: new Date("2026-09-08T23:30:00Z") });
    const { fact } = await enterFact.run(night, entry() as never);
    expect(fact.date).toBe("2026-09-08");
  });
});

describe("taking an entry back", () => {
  const minutes = (n: number) => ({ now: new Date(world.now.getTime() + n * 60_000) });

  it("undoes it within ten minutes, once, and the ledger keeps both rows", async () => {
    const { fact } = await enter();
    const author = await foreman();
    const { floorVolume } = await undoFact.run(world.ctx(author, minutes(9)), { factId: fact.id });
    expect(floorVolume.factQty).toBe("0");
    const again = await refusalOf(undoFact.run(world.ctx(author, minutes(9)), { factId: fact.id }));
    expect(again).toMatchObject({ code: "conflict", details: { sentence: "already_reversed" } });
    const page = await listFacts.run(world.ctx(author), { objectId: object.id });
    expect(page.items.map((item) => [item.kind, item.quantity])).toEqual([
      ["reversal", "-12"],
      ["work", "12"],
    ]);
  });

  it("does not undo after ten minutes, nor another's entry", async () => {
    const { fact } = await enter();
    const late = await refusalOf(undoFact.run(world.ctx(await foreman(), minutes(10)), { factId: fact.id }));
    expect(late).toMatchObject({ code: "conflict", details: { sentence: "undo_time_over" } });
    const manager = world.ctx(await world.as("project_manager"));
    expect((await refusalOf(undoFact.run(manager, { factId: fact.id }))).code).toBe("forbidden");
  });

  it("corrects it by a reversal and a new entry in one act", async () => {
    const { fact } = await enter();
    const ctx = world.ctx(await foreman(), minutes(18));
    const corrected = await correctFact.run(ctx, { factId: fact.id, version: fact.version, quantity: "10" });
    expect(corrected.floorVolume.factQty).toBe("10");
    expect(corrected.fact).toMatchObject({ quantity: "10", replacesId: fact.id, status: "submitted" });
    const old = await getFact.run(ctx, { factId: fact.id });
    expect(old.reversedById).not.toBeNull();
    const twice = await refusalOf(correctFact.run(ctx, { factId: fact.id, version: 1, quantity: "9" }));
    expect(twice.details.sentence).toBe("already_reversed");
  });

  it("leaves corrections after the next working day, and of confirmed entries, to РП and ПТО with a reason", async () => {
    const { fact } = await enter();
    const late = { now: new Date("2026-09-10T07:00:00Z") };
    const input = { factId: fact.id, version: fact.version, quantity: "10" };
    const closed = await refusalOf(correctFact.run(world.ctx(await foreman(), late), input));
    expect(closed.details.sentence).toBe("correction_time_over");
    const pto = world.ctx(await world.as("pto"), late);
    expect(fieldsOf(await refusalOf(correctFact.run(pto, input)))).toEqual(["reason: reason_of_correction"]);
    const { floorVolume } = await correctFact.run(pto, { ...input, reason: "не тот этаж" });
    expect(floorVolume.factQty).toBe("10");
  });

  it("reverses with a reason, and takes the author's right away at confirmation", async () => {
    const { fact } = await enter();
    const pto = world.ctx(await world.as("pto"));
    const { fact: confirmed } = await decideFact.run(pto, {
      factId: fact.id,
      to: "confirmed",
      version: fact.version,
    });
    expect(confirmed.status).toBe("confirmed");
    const author = world.ctx(await foreman());
    const input = { factId: fact.id, version: confirmed.version, reason: "ошибка в этаже" };
    expect((await refusalOf(reverseFact.run(author, input))).code).toBe("forbidden");
    const stale = await refusalOf(reverseFact.run(pto, { ...input, version: 1 }));
    expect(stale.code).toBe("version_conflict");
    const { floorVolume } = await reverseFact.run(pto, input);
    expect(floorVolume.factQty).toBe("0");
  });

  it("is never overwritten, deleted or emptied, not even by SQL", async () => {
    const { fact } = await enter();
    const spoil = (text: string) => world.db.sql.unsafe(text);
    await expect(spoil(`update daily_plan_fact set quantity = 1 where id = ${fact.id}`)).rejects.toThrow(
      "never overwritten",
    );
    await expect(spoil(`delete from daily_plan_fact where id = ${fact.id}`)).rejects.toThrow("append-only");
    await expect(spoil("truncate daily_plan_fact cascade")).rejects.toThrow("append-only");
    await expect(spoil("delete from audit_log")).rejects.toThrow("append-only");
  });
});

describe("judging an entry", () => {
  it("is never done by its author, and by a foreman for installers alone", async () => {
    const manager = world.ctx(await world.as("project_manager"));
    const { fact: own } = await enterFact.run(manager, entry() as never);
    const decision = { factId: own.id, to: "confirmed" as const, version: own.version };
    expect((await refusalOf(decideFact.run(manager, decision))).code).toBe("forbidden");
    const foremanCtx = world.ctx(await foreman());
    expect((await refusalOf(decideFact.run(foremanCtx, decision))).code).toBe("forbidden");
    const pto = world.ctx(await world.as("pto"));
    expect((await decideFact.run(pto, decision)).fact.status).toBe("confirmed");
    const again = await refusalOf(decideFact.run(pto, { ...decision, version: 2 }));
    expect(again).toMatchObject({ code: "invalid_transition", details: { allowed: [] } });
  });

  it("returns with a reason, and a returned entry still counts", async () => {
    const { fact } = await enter();
    const pto = world.ctx(await world.as("pto"));
    const input = { factId: fact.id, to: "returned" as const, version: fact.version };
    expect(fieldsOf(await refusalOf(decideFact.run(pto, input)))).toEqual(["reason: reason_of_return"]);
    const { fact: returned, floorVolume } = await decideFact.run(pto, { ...input, reason: "нет фото узла" });
    expect(returned).toMatchObject({ status: "returned", returnReason: "нет фото узла" });
    expect(floorVolume.factQty).toBe("12");
  });
});

describe("the form of a day", () => {
  it("opens with the line one works on, its plan by pace, yesterday's figure and what is left", async () => {
    await enter({ date: "2026-09-07", quantity: "10" });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: object.id });
    expect(form).toMatchObject({ date: TODAY, today: TODAY, earliest: "2026-08-31", dayOff: false });
    expect(form.lines[0]).toMatchObject({
      floorVolumeId: modules,
      done: "10",
      remaining: "26",
      planToday: "10",
      yesterday: { quantity: "10", date: "2026-09-07" },
      today: null,
    });
  });

  it("leads to the next floor once a floor is finished, and shows what stands for the day", async () => {
    await enter({ date: "2026-09-07", quantity: "36" });
    const { fact } = await enter({ floorVolumeId: object.cell("Запад", "1", "МОД"), quantity: "4" });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: object.id });
    expect(form.lines.slice(0, 2).map((line) => [line.facade, line.floor, line.workType.code])).toEqual([
      ["Запад", "1", "МОД"],
      ["Юг", "2", "МОД"],
    ]);
    expect(form.lines[0]?.today).toMatchObject({ quantity: "4", factId: fact.id });
  });

  it("has twelve lines at most before the others", async () => {
    const floors = Array.from({ length: 14 }, (_, n) => String(n + 1));
    const tall = await world.anObject({ floors });
    const form = await getFactForm.run(world.ctx(await foreman()), { objectId: tall.id });
    expect(form.lines).toHaveLength(12);
    expect(form.others).toHaveLength(14 * 4 - 12);
  });
});

describe("the day's card", () => {
  it("sums the day for the РП", async () => {
    await enter({ date: "2026-09-07", quantity: "20" });
    await enter({ quantity: "10" });
    const card = await readDayCard(world.db, { objectId: object.id, date: TODAY });
    expect(card).toMatchObject({
      objectName: "СПК Блок Б",
      entered: 1,
      by: ["Сергей Белов"],
      modules: { fact: "10", plan: "16" },
      brackets: null,
      photos: 0,
    });
    expect(card.deviations).toEqual([
      { code: "МОД", facade: "Юг", floor: "1", fact: "10", plan: "16", reason: null },
    ]);
  });
});
