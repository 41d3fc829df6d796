import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { getObjectDashboard, saveObjectSettings } from "../objects/index.ts";
import {
  addSupplyLine,
  attachSupply,
  changeSupplyStatus,
  createMaterial,
  dropSupplyLine,
  getSupply,
  listMaterials,
  listSupply,
  promiseSupply,
  receiveSupply,
  requestSupply,
  settleDiscrepancy,
  undoSupplyMove,
  updateMaterial,
  updateSupply,
} from "./index.ts";
import { insertOrder } from "./testing/insert-order.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;
let buyer: UserActor;
let director: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
  buyer = await world.as("supply");
  director = await world.as("director");
});
beforeEach(async () => {
  object = await world.createTestObject();
});
afterAll(() => world.close());

const at = async (actor: UserActor) => world.ctx(await world.again(actor));
const move = async (actor: UserActor, orderId: number, version: number, asked: object) =>
  changeSupplyStatus.run(await at(actor), { orderId, version, ...asked } as never);
const card = async (actor: UserActor, orderId: number) => getSupply.run(await at(actor), { orderId });
const paper = async (actor: UserActor) => [await photoOf(await at(actor), actor, object.id)];
const request = async (more: object = {}, actor = foreman) =>
  requestSupply.run(await at(actor), {
    objectId: object.id,
    title: "Герметик шовный",
    unit: "шт",
    quantity: "24",
    ...more,
  } as never);
/** An order of the foreman that is shipped in full: 24 tubes and 90 metres of tape. */
async function shipped(): Promise<number> {
  const { id } = await request({ more: [{ title: "Лента ПСУЛ", unit: "м.п.", quantity: "90.5" }] });
  await move(manager, id, 1, { move: "approve" });
  await move(buyer, id, 2, {
    move: "order",
    supplier: "ООО «Снаб»",
    promisedOn: "2026-09-12",
    amount: "1000",
  });
  await move(buyer, id, 3, { move: "ship" });
  return id;
}
const linesOf = async (orderId: number) => (await card(buyer, orderId)).lines;
const receive = async (orderId: number, version: number, asked: object) =>
  receiveSupply.run(await at(foreman), {
    orderId,
    version,
    fileIds: await paper(foreman),
    ...asked,
  } as never);
const waits = (orderId: number) =>
  world.db.read<{ kind: string; beyond: string | null; except: number[] }>(
    `select kind, beyond, except_user_ids as except from pending_decisions
     where entity_type = 'supply' and entity_id = $1 order by kind`,
    [orderId],
  );

test("orders of an object are numbered one after another, requested at once included", async () => {
  const all = await Promise.all([request(), request({}, manager), request(), request({}, buyer)]);
  const { items } = await listSupply.run(await at(manager), { objectId: object.id });
  expect(items.map(({ number }) => number)).toEqual([104, 103, 102, 101]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(4);
});

test("a known name or code names the material, with its unit; another unit and another object's material are refused", async () => {
  const elsewhere = await world.createTestObject();
  const dictionary = await at(buyer);
  const tube = { code: "ГШ-600", name: "Герметик шовный, туба 600 мл", unit: "шт" as const };
  const { id: materialId } = await createMaterial.run(dictionary, { objectId: object.id, ...tube });
  const foreign = await createMaterial.run(dictionary, { objectId: elsewhere.id, ...tube });
  const { id } = await request({ title: "гш-600", unit: undefined });
  expect((await card(foreman, id)).lines).toMatchObject([
    { materialId, name: tube.name, unit: "шт", code: "ГШ-600" },
  ]);
  const before = await world.traces();
  const refused = async (input: object) => fieldsOf(await refusalOf(request(input)));
  expect(await refused({ title: tube.name, unit: "кг" })).toEqual(["unit: material_unit"]);
  expect(await refused({ materialId: foreign.id })).toEqual(["materialId: unknown_material"]);
  expect(await refused({ quantity: "2.5" })).toEqual(["quantity: quantity_whole"]);
  expect(await refused({ needOn: "2020-01-01" })).toEqual(["needOn: deadline_past"]);
  expect(await refused({ more: [{ title: "Лента", quantity: "1,5", unit: "шт" }] })).toEqual([
    "more.0.quantity: quantity_whole",
  ]);
  expect(await world.traces()).toEqual(before);
});

test("a code of the dictionary is taken whatever its case; a retired material is offered no more and names nothing", async () => {
  const ctx = await at(buyer);
  const tape = { objectId: object.id, code: "ПСУЛ", name: "Лента ПСУЛ", unit: "м.п." as const };
  const { id: materialId } = await createMaterial.run(ctx, tape);
  expect(fieldsOf(await refusalOf(createMaterial.run(ctx, { ...tape, code: "псул" })))).toEqual([
    "code: code_taken",
  ]);
  await updateMaterial.run(ctx, { materialId, version: 1, active: false });
  const offered = async (more: object = {}) =>
    (await listMaterials.run(ctx, { objectId: object.id, search: "псул", ...more } as never)).items.length;
  expect([await offered(), await offered({ retired: "true" })]).toEqual([0, 1]);
  const { id } = await request({ title: "ПСУЛ" });
  expect((await card(foreman, id)).lines[0]?.materialId).toBeNull();
});

test("above the limit it waits for the director, whose limit may change meanwhile", async () => {
  const { id } = await request({ amount: "1 740 000" }, manager);
  expect(await waits(id)).toEqual([
    { kind: "supply_to_approve", beyond: "approval_limit", except: [manager.id] },
  ]);
  expect((await card(manager, id)).can.actions).not.toContain("approve");
  expect(await refusalOf(move(manager, id, 1, { move: "approve" }))).toMatchObject({
    code: "forbidden",
    details: { sentence: "supply_above_limit" },
  });
  const [settings] = await world.db.read<object>(
    `select version, gate_mode as "gateMode", module_fact_source as "moduleFactSource", shift_start::text as "shiftStart",
       shift_end::text as "shiftEnd", day_cutoff::text as "dayCutoff" from objects where id = $1`,
    [object.id],
  );
  const times = Object.fromEntries(
    Object.entries(settings ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && value.includes(":") ? value.slice(0, 5) : value,
    ]),
  );
  const admin = await at(await world.as("admin"));
  await saveObjectSettings.run(admin, { ...times, objectId: object.id, approvalLimit: "2000000" } as never);
  expect(await waits(id)).toEqual([{ kind: "supply_to_approve", beyond: null, except: [] }]);
  await move(manager, id, 1, { move: "approve" });
});

test("a deputy of the manager approves within the limit and nothing above it; an administrator's own order above it needs a reason", async () => {
  const deputy = await world.createUser({ role: "pto", fullName: "Ольга Рябова" });
  await world.db
    .sql`insert into delegations (principal_id, deputy_id, from_day, to_day, created_by, created_at)
    values (${manager.id}, ${deputy.id}, '2026-09-01', '2026-09-30', ${manager.id}, ${world.now})`;
  const { id: small } = await request({ amount: "1000" }, manager);
  const { id: large } = await request({ amount: "900000" }, manager);
  const before = await world.traces();
  expect(await refusalOf(move(deputy, large, 1, { move: "approve" }))).toMatchObject({
    code: "forbidden",
    details: { sentence: "supply_above_limit" },
  });
  expect(await world.traces()).toEqual(before);
  await move(deputy, small, 1, { move: "approve" });
  expect((await card(manager, small)).moves).toMatchObject([
    { by: { id: deputy.id }, onBehalfOf: { id: manager.id } },
  ]);
  const admin = await world.as("admin");
  const { id: own } = await request({ amount: "900000" }, admin);
  expect(await refusalOf(move(admin, own, 1, { move: "approve" }))).toMatchObject({
    details: { sentence: "supply_not_own" },
  });
  await move(admin, own, 1, { move: "approve", overrideReason: "директор в отъезде, согласовал устно" });
});

test("what the order costs stays within the limit, or within what the director approved", async () => {
  const placed = (amount?: string) => ({
    move: "order",
    supplier: "ООО «Снаб»",
    promisedOn: "2026-09-12",
    ...(amount === undefined ? {} : { amount }),
  });
  const refused = async (orderId: number, amount?: string) =>
    fieldsOf(await refusalOf(move(buyer, orderId, 2, placed(amount))));
  const { id: small } = await request();
  await move(manager, small, 1, { move: "approve" });
  expect(await refused(small)).toEqual(["amount: supply_amount_required"]);
  expect(await refused(small, "500000.01")).toEqual(["amount: supply_amount_above"]);
  await move(buyer, small, 2, placed("500000"));
  const { id: large } = await request({ amount: "900000" });
  await move(director, large, 1, { move: "approve" });
  expect(await refused(large, "900000.01")).toEqual(["amount: supply_amount_above"]);
  expect(
    fieldsOf(await refusalOf(move(buyer, large, 2, { ...placed("900000"), promisedOn: "2020-01-01" }))),
  ).toEqual(["promisedOn: deadline_past"]);
  await move(buyer, large, 2, placed("900000"));
});

test("amounts are shown to those who decide, buy or asked, and to nobody else", async () => {
  const { id } = await request({ amount: "186000" });
  const engineer = await world.as("design_head");
  const pto = await world.as("pto");
  const seen = async (actor: UserActor) => (await card(actor, id)).amount;
  expect(await Promise.all([foreman, manager, buyer, director, pto].map(seen))).toEqual(
    Array(5).fill("186000"),
  );
  expect(await seen(engineer)).toBeNull();
  const { items } = await listSupply.run(await at(engineer), { objectId: object.id });
  expect(items).toMatchObject([{ amount: null }]);
});

test("a receipt by the papers delivers the order; its waybill is kept with it", async () => {
  const id = await shipped();
  expect(await waits(id)).toMatchObject([{ kind: "supply_to_receive" }]);
  const state = await receive(id, 4, {});
  expect(state).toMatchObject({ status: "delivered", actions: [] });
  const { receipts, discrepancies, lines } = await card(foreman, id);
  expect(receipts).toMatchObject([
    { files: [{}], lines: [{ counted: "24", papers: "24" }, { counted: "90.5" }] },
  ]);
  expect(discrepancies).toEqual([]);
  expect(lines.map(({ rest, onWay }) => [rest, onWay])).toEqual([
    ["0", "0"],
    ["0", "0"],
  ]);
  expect(await waits(id)).toEqual([]);
});

test("what was missing is a discrepancy; the rest stays with the supplier, and is shipped and received later", async () => {
  const id = await shipped();
  const [tubes] = await linesOf(id);
  const lineId = tubes?.id ?? 0;
  expect(await receive(id, 4, { lines: [{ lineId, quantity: "22" }] })).toMatchObject({
    status: "partially_received",
  });
  const short = await card(buyer, id);
  expect(short.lines[0]).toMatchObject({ shipped: "22", received: "22", rest: "2", onWay: "0" });
  expect(short.discrepancies).toMatchObject([{ quantity: "2", status: "open", lineId }]);
  expect(await waits(id)).toMatchObject([{ kind: "supply_to_settle" }]);
  await receive(id, 5, {});
  await move(buyer, id, 6, { move: "ship" });
  await receive(id, 7, {});
  expect(await card(buyer, id)).toMatchObject({ status: "delivered", discrepancies: [{ status: "open" }] });
  const discrepancyId = short.discrepancies[0]?.id ?? 0;
  const came = settleDiscrepancy.run(await at(foreman), { discrepancyId, version: 1, move: "came" });
  expect(await refusalOf(came)).toMatchObject({ details: { sentence: "supply_missing_arrived" } });
  const agreed = { discrepancyId, version: 1, move: "agree", reason: "довезли следующей машиной" } as const;
  await settleDiscrepancy.run(await at(buyer), agreed);
  expect(await linesOf(id)).toMatchObject([{ received: "24", waived: "0" }, {}]);
  expect(await waits(id)).toEqual([]);
});

test("what was missing comes the next day, or never: the order ends with it", async () => {
  const settle = async (actor: UserActor, orderId: number, asked: object) => {
    const { discrepancies } = await card(actor, orderId);
    const { id: discrepancyId = 0, version } = discrepancies[0] ?? {};
    return settleDiscrepancy.run(await at(actor), { discrepancyId, version, ...asked } as never);
  };
  const short = async () => {
    const id = await shipped();
    const [tubes, tape] = await linesOf(id);
    const counted = [
      { lineId: tubes?.id, quantity: "22" },
      { lineId: tape?.id, quantity: "90.5" },
    ];
    await receive(id, 4, { lines: counted });
    return id;
  };
  const late = await short();
  await settle(foreman, late, { move: "came" });
  expect(await card(buyer, late)).toMatchObject({ status: "delivered", lines: [{ received: "24" }, {}] });
  const lost = await short();
  await settle(buyer, lost, { move: "claim", reason: "претензия № 14" });
  expect(await waits(lost)).toMatchObject([{ kind: "supply_to_settle" }]);
  await settle(buyer, lost, { move: "close", reason: "вернули деньги" });
  expect(await card(buyer, lost)).toMatchObject({
    status: "delivered",
    lines: [{ received: "22", waived: "2", rest: "0" }, {}],
    discrepancies: [{ status: "closed", reason: "вернули деньги" }],
  });
});

test("a receipt larger than shipped, of another order, of a line named twice, of nothing or without a waybill is refused and leaves nothing", async () => {
  const id = await shipped();
  const other = await insertOrder(await at(foreman), object.id, {
    requesterId: foreman.id,
    status: "shipped",
  });
  const [tubes, tape] = await linesOf(id);
  const [foreign] = await linesOf(other);
  const fileIds = await paper(foreman);
  const elsewhere = await world.createTestObject();
  const ctx = await at(foreman);
  const strange = [await photoOf(ctx, foreman, elsewhere.id)];
  const before = await world.traces();
  const refused = async (asked: object) =>
    fieldsOf(
      await refusalOf(receiveSupply.run(ctx, { orderId: id, version: 4, fileIds, ...asked } as never)),
    );
  const line = (lineId: number | undefined, quantity: string) => ({ lineId, quantity });
  expect(await refused({ lines: [line(tubes?.id, "25")] })).toEqual([
    "lines.0.quantity: supply_more_than_shipped",
  ]);
  expect(await refused({ lineId: tape?.id, quantity: "90.501" })).toEqual([
    "quantity: supply_more_than_shipped",
  ]);
  expect(await refused({ lines: [line(foreign?.id, "1")] })).toEqual([
    "lines.0.lineId: supply_line_elsewhere",
  ]);
  expect(await refused({ lines: [line(tubes?.id, "1"), line(tubes?.id, "1")] })).toEqual([
    "lines.1.lineId: supply_line_twice",
  ]);
  expect(await refused({ lines: [line(tubes?.id, "0")] })).toEqual(["lines: supply_nothing_counted"]);
  expect(await refused({ quantity: "3" })).toEqual(["lineId: supply_which_line"]);
  expect(await refused({ lineId: tubes?.id, quantity: "2.5" })).toEqual(["quantity: quantity_whole"]);
  expect(await refused({ fileIds: [] })).toEqual(["fileIds: supply_waybill_required"]);
  expect(await refused({ fileIds: strange })).toEqual(["fileIds.0: unknown_file"]);
  expect(await world.traces()).toEqual(before);
});

test("the same receipt twice under one key is one receipt; under another key its version is stale", async () => {
  const id = await shipped();
  const input = { orderId: id, version: 4, fileIds: await paper(foreman) };
  const keyed = async (idempotencyKey: string) => ({ ...(await at(foreman)), idempotencyKey });
  const first = await receiveSupply.run(await keyed("receipt-1"), input);
  expect(await receiveSupply.run(await keyed("receipt-1"), input)).toEqual(first);
  expect(await refusalOf(receiveSupply.run(await keyed("receipt-2"), input))).toMatchObject({
    code: "version_conflict",
  });
  expect((await card(foreman, id)).receipts).toHaveLength(1);
});

test("two receipts of the same truck at once: one is written", async () => {
  const id = await shipped();
  const outcomes = await Promise.allSettled([receive(id, 4, {}), receive(id, 4, {})]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await card(foreman, id)).receipts).toHaveLength(1);
});

test("a receipt is undone with its discrepancy, until somebody has settled that", async () => {
  const id = await shipped();
  const [tubes] = await linesOf(id);
  await receive(id, 4, { lineId: tubes?.id, quantity: "20" });
  const [gone] = (await card(buyer, id)).discrepancies;
  const undone = await undoSupplyMove.run(await at(foreman), { orderId: id });
  expect(undone).toMatchObject({ status: "shipped", actions: ["receive"] });
  const after = await card(buyer, id);
  expect(after).toMatchObject({ discrepancies: [], lines: [{ shipped: "24", received: "0" }, {}] });
  expect(after.receipts).toMatchObject([{ undoneAt: expect.any(String) }]);
  expect(await waits(id)).toMatchObject([{ kind: "supply_to_receive" }]);
  const claim = { discrepancyId: gone?.id ?? 0, version: 1, move: "claim", reason: "претензия" } as const;
  expect(await refusalOf(settleDiscrepancy.run(await at(buyer), claim))).toMatchObject({ code: "not_found" });
  await receive(id, 6, { lineId: tubes?.id, quantity: "20" });
  const [anew] = (await card(buyer, id)).discrepancies;
  await settleDiscrepancy.run(await at(buyer), { ...claim, discrepancyId: anew?.id ?? 0 });
  expect(await refusalOf(undoSupplyMove.run(await at(foreman), { orderId: id }))).toMatchObject({
    details: { sentence: "move_built_upon" },
  });
});

test("regression 47: an order is late by its promised day, and is received all the same", async () => {
  const id = await shipped();
  const on = (instant: string) => ({ now: new Date(instant) });
  const seen = async (instant: string) =>
    getSupply.run(world.ctx(await world.again(buyer), on(instant)), { orderId: id });
  expect((await seen("2026-09-12T12:00:00Z")).lateDays).toBe(0);
  expect(await seen("2026-09-14T12:00:00Z")).toMatchObject({ lateDays: 2, status: "shipped" });
  const late = await listSupply.run(world.ctx(await world.again(buyer), on("2026-09-14T12:00:00Z")), {
    objectId: object.id,
    late: "true",
  });
  expect(late.items).toHaveLength(1);
  const ctx = world.ctx(await world.again(foreman), on("2026-09-14T12:00:00Z"));
  await receiveSupply.run(ctx, { orderId: id, version: 4, fileIds: await paper(foreman) });
  expect((await seen("2026-09-14T12:00:00Z")).lateDays).toBe(0);
});

test("open and late orders are counted on the object's page, for those who see orders", async () => {
  await shipped();
  await request({ status: "draft" });
  const { id: gone } = await request();
  await move(foreman, gone, 1, { move: "cancel", reason: "уже не нужно" });
  const counted = async (actor: UserActor) => {
    const ctx = world.ctx(await world.again(actor), { now: new Date("2026-09-14T12:00:00Z") });
    return (await getObjectDashboard.run(ctx, { objectId: object.id })).deliveries;
  };
  expect(await counted(manager)).toEqual({ open: 2, atRisk: 1 });
  expect(await counted(await world.as("viewer"))).toBeUndefined();
});

test("every promised day is kept with its reason; none is in the past or the same", async () => {
  const id = await shipped();
  const promise = async (version: number, promisedOn: string) =>
    promiseSupply.run(await at(buyer), { orderId: id, version, promisedOn, reason: "поставщик перенёс" });
  await promise(4, "2026-09-19");
  await promise(5, "2026-09-24");
  const before = await world.traces();
  expect(fieldsOf(await refusalOf(promise(6, "2026-09-24")))).toEqual(["promisedOn: supply_same_day"]);
  expect(fieldsOf(await refusalOf(promise(6, "2026-09-01")))).toEqual(["promisedOn: deadline_past"]);
  expect(await world.traces()).toEqual(before);
  expect((await card(foreman, id)).promises.map(({ promisedOn, reason }) => [promisedOn, reason])).toEqual([
    ["2026-09-12", null],
    ["2026-09-19", "поставщик перенёс"],
    ["2026-09-24", "поставщик перенёс"],
  ]);
});

test("what was asked for already is noticed in the card of the new order, of the same object alone", async () => {
  const { id: first } = await request();
  const here = object;
  object = await world.createTestObject();
  const { id: elsewhere } = await request();
  object = here;
  const { id: second } = await request({ title: "ГЕРМЕТИК шовный", quantity: "10" });
  const twins = async (orderId: number) => (await card(manager, orderId)).twins.map(({ id }) => id);
  expect(await twins(second)).toEqual([first]);
  expect(await twins(elsewhere)).toEqual([]);
  await move(foreman, first, 1, { move: "cancel", reason: "уже не нужно" });
  expect(await twins(second)).toEqual([]);
});

test("lines are changed in a draft, the amount until approval; the last line stays", async () => {
  const { id } = await request({ status: "draft" });
  const ctx = await at(foreman);
  await addSupplyLine.run(ctx, {
    orderId: id,
    version: 1,
    title: "Лента ПСУЛ",
    unit: "м.п.",
    quantity: "90",
  });
  const [first, second] = await linesOf(id);
  await dropSupplyLine.run(ctx, { orderId: id, version: 2, lineId: first?.id ?? 0 });
  expect(await card(foreman, id)).toMatchObject({ title: "Лента ПСУЛ", lineCount: 1 });
  const drop = dropSupplyLine.run(ctx, { orderId: id, version: 3, lineId: second?.id ?? 0 });
  expect(fieldsOf(await refusalOf(drop))).toEqual(["lineId: supply_last_line"]);
  await move(foreman, id, 3, { move: "submit" });
  const add = addSupplyLine.run(ctx, { orderId: id, version: 4, title: "Лента", quantity: "1" });
  expect(await refusalOf(add)).toMatchObject({ details: { sentence: "supply_draft_only" } });
  await updateSupply.run(await at(buyer), { orderId: id, version: 4, amount: "700000" });
  expect(await waits(id)).toMatchObject([{ beyond: "approval_limit" }]);
  await move(director, id, 5, { move: "approve" });
  expect(await refusalOf(updateSupply.run(ctx, { orderId: id, version: 6, amount: "1" }))).toMatchObject({
    details: { sentence: "supply_not_changeable" },
  });
});

test("papers are added to an order whatever its state, by who asks, buys or receives", async () => {
  const id = await shipped();
  await receive(id, 4, {});
  await attachSupply.run(await at(foreman), { orderId: id, fileIds: await paper(foreman) });
  expect((await card(foreman, id)).files).toHaveLength(1);
  const pto = await world.as("pto");
  const attach = attachSupply.run(await at(pto), { orderId: id, fileIds: [1] });
  expect(await refusalOf(attach)).toMatchObject({ code: "forbidden" });
});
