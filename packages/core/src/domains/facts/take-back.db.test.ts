import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { getFact } from "./get-fact.ts";
import { listFacts } from "./list-facts.ts";
import { reverseFact } from "./reverse-fact.ts";
import { undoFact } from "./undo-fact.ts";
import { type FactScene, openFactScene } from "./testing/fact-scene.ts";

let world: World;
let object: TestObject;
let entry: FactScene["entry"];
let enter: FactScene["enter"];

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ object, entry, enter } = await openFactScene(world));
});

const foreman = () => world.as("construction_itr");
describe("reversing an entry", () => {
  const minutes = (n: number) => ({ now: new Date(world.now.getTime() + n * 60_000) });

  it("the author undoes it within ten minutes, once, and the ledger keeps both rows", async () => {
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

  it("undoing a correction brings back what it replaced", async () => {
    const { fact } = await enter();
    const ctx = world.ctx(await foreman());
    const corrected = await correctFact.run(ctx, { factId: fact.id, version: fact.version, quantity: "10" });
    const { floorVolume } = await undoFact.run(ctx, { factId: corrected.fact.id });
    expect(floorVolume.factQty).toBe("12");
    const { items } = await listFacts.run(ctx, { objectId: object.id });
    const standing = items.filter(({ kind, reversedById }) => kind === "work" && reversedById === null);
    expect(standing).toMatchObject([{ quantity: "12", replacesId: null, status: "submitted" }]);
    const [restored] = standing;
    const { floorVolume: none } = await undoFact.run(ctx, { factId: restored?.id ?? 0 });
    expect(none.factQty).toBe("0");
  });

  it("undo is refused after ten minutes, and for another user's entry", async () => {
    const { fact } = await enter();
    const late = await refusalOf(undoFact.run(world.ctx(await foreman(), minutes(10)), { factId: fact.id }));
    expect(late).toMatchObject({ code: "conflict", details: { sentence: "undo_time_over" } });
    const manager = world.ctx(await world.as("project_manager"));
    expect((await refusalOf(undoFact.run(manager, { factId: fact.id }))).code).toBe("forbidden");
  });

  it("a correction is a reversal and a new entry in one command", async () => {
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

  it("after the next working day, and of confirmed entries, only РП and ПТО correct, with a reason", async () => {
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

  it("the author's period counts from when the entry was made, not from its day", async () => {
    const { fact } = await enter({ date: "2026-09-01" });
    const tomorrow = world.ctx(await foreman(), { now: new Date("2026-09-09T12:00:00Z") });
    const input = { factId: fact.id, version: fact.version, quantity: "10" };
    expect((await correctFact.run(tomorrow, input)).fact).toMatchObject({
      date: "2026-09-01",
      quantity: "10",
    });
  });

  it("a reversal needs a reason, and the author loses the right at confirmation", async () => {
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

  it("the ledger cannot be updated, deleted or truncated, not even by SQL", async () => {
    const { fact } = await enter();
    const execute = (text: string) => world.db.sql.unsafe(text);
    await expect(execute(`update daily_plan_fact set quantity = 1 where id = ${fact.id}`)).rejects.toThrow(
      "never overwritten",
    );
    await expect(execute(`delete from daily_plan_fact where id = ${fact.id}`)).rejects.toThrow("append-only");
    await expect(execute("truncate daily_plan_fact cascade")).rejects.toThrow("append-only");
    await expect(execute("delete from audit_log")).rejects.toThrow("append-only");
  });
});

describe("judging an entry", () => {
  it("is refused to its author, and allowed to a foreman for installers only", async () => {
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

  it("returns it with a reason, and a returned entry still counts", async () => {
    const { fact } = await enter();
    const pto = world.ctx(await world.as("pto"));
    const input = { factId: fact.id, to: "returned" as const, version: fact.version };
    expect(fieldsOf(await refusalOf(decideFact.run(pto, input)))).toEqual(["reason: reason_of_return"]);
    const { fact: returned, floorVolume } = await decideFact.run(pto, { ...input, reason: "нет фото узла" });
    expect(returned).toMatchObject({ status: "returned", returnReason: "нет фото узла" });
    expect(floorVolume.factQty).toBe("12");
  });
});
