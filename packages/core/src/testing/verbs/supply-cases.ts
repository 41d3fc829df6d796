import type { SupplyStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import { insertDiscrepancy, insertOrder } from "../../domains/supply/testing/insert-order.ts";
import type { Context } from "../../kernel/index.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf } from "./rows.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** An order requested by the foreman. */
type Made = { orderId: number };

const put = (ctx: Context, { here, foreman }: PreparedWorld, status: SupplyStatus, more = {}) =>
  insertOrder(ctx, here.id, { requesterId: foreman.id, status, ...more });

/** Those who see no orders get not_found. */
const hidden = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "supply.view", { objectId: here.id }) ? null : "not_found";
/** The foreman changes what he asked for himself. */
const hiddenOrOwn = (prepared: PreparedWorld, actor: UserActor): Expected | null =>
  actor.id === prepared.foreman.id ? "ok" : hidden(prepared, actor);
const keeper = (_prepared: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "material.manage") ? "ok" : null;

/** An order that the actor has just rejected. */
async function rejectedOf(ctx: Context, prepared: PreparedWorld, actor: UserActor): Promise<number> {
  const entityId = await put(ctx, prepared, "rejected", { version: 2 });
  const none = { amount: null, approvedAmount: null, approvedAbove: false, supplier: null, promisedOn: null };
  await ctx.db.orm.insert(schema.entityMoves).values({
    entityType: "supply",
    entityId,
    objectId: prepared.here.id,
    move: "reject",
    from: "requested",
    to: "rejected",
    byId: actor.id,
    at: ctx.now,
    before: { status: "requested", statusSince: ctx.now, ...none, openDifferences: 0, version: 1, kept: {} },
  });
  return entityId;
}

let codes = 0;
const codeOf = (what: string) => `${what}-${(codes += 1)}`;

async function materialOf(ctx: Context, objectId: number): Promise<number> {
  const [row] = await ctx.db.orm
    .insert(schema.materials)
    .values({ objectId, code: codeOf("М"), name: "Лента ПСУЛ", unit: "м.п." })
    .returning({ id: schema.materials.id });
  return row?.id ?? 0;
}

const bySupply = { permission: "supply.update", onObject: true } as const;

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "supply.request": {
    permission: "supply.request",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => ({
      objectId: here.id,
      title: "Герметик шовный",
      unit: "шт",
      quantity: "400",
      needOn: "2026-12-01",
      amount: "186000",
      more: [{ title: "Лента ПСУЛ", unit: "м.п.", quantity: "90" }],
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "supply.change_status": {
    ...bySupply,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      orderId: await put(ctx, prepared, "approved"),
      version: 1,
      move: "order",
      supplier: "ООО «Снаб»",
      promisedOn: "2026-12-01",
      amount: "186000",
    }),
  },
  "supply.receive": {
    permission: "supply.receive",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, actor, ctx }) => ({
      orderId: await put(ctx, prepared, "shipped"),
      version: 1,
      quantity: "4",
      fileIds: [await photoOf(ctx, actor, prepared.here.id)],
    }),
  },
  "supply.undo": {
    permission: "supply.approve",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx, actor }) => ({ orderId: await rejectedOf(ctx, prepared, actor) }),
  },
  "supply.update": {
    ...bySupply,
    unless: hiddenOrOwn,
    input: async ({ prepared, ctx }) => ({
      orderId: await put(ctx, prepared, "requested"),
      version: 1,
      amount: "186000",
    }),
  },
  "supply.add_line": {
    ...bySupply,
    unless: hiddenOrOwn,
    input: async ({ prepared, ctx }) => ({
      orderId: await put(ctx, prepared, "draft"),
      version: 1,
      title: "Лента ПСУЛ",
      unit: "м.п.",
      quantity: "90",
    }),
  },
  "supply.drop_line": {
    ...bySupply,
    unless: hiddenOrOwn,
    input: async ({ prepared, ctx }) => {
      const orderId = await put(ctx, prepared, "draft", { lines: [{}, { name: "Лента ПСУЛ" }] });
      const [line] = await ctx.db.read<{ id: number }>(
        "select max(id) as id from supply_lines where order_id = $1",
        [orderId],
      );
      return { orderId, version: 1, lineId: line?.id };
    },
  },
  "supply.promise": {
    ...bySupply,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      orderId: await put(ctx, prepared, "ordered"),
      version: 1,
      promisedOn: "2026-12-01",
      reason: "поставщик перенёс",
    }),
  },
  "supply.attach": {
    permission: "supply.request",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, actor, ctx }) => ({
      orderId: await put(ctx, prepared, "delivered"),
      fileIds: [await photoOf(ctx, actor, prepared.here.id)],
    }),
  },
  "supply.settle": {
    ...bySupply,
    unless: hidden,
    input: async ({ prepared, ctx }) => {
      const orderId = await put(ctx, prepared, "partially_received");
      const byId = prepared.foreman.id;
      return {
        discrepancyId: await insertDiscrepancy(ctx, prepared.here.id, { orderId, byId }),
        version: 1,
        move: "claim",
        reason: "претензия № 14",
      };
    },
  },
  "supply.get": {
    permission: "supply.view",
    onObject: true,
    unless: hidden,
    input: ({ made: { orderId } }) => ({ orderId }),
  },
  "supply.list": {
    permission: "supply.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "supply.all": { permission: "self", input: () => ({}) },
  "material.list": {
    permission: "supply.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "material.create": {
    ...bySupply,
    unless: keeper,
    quiet: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      code: codeOf("Н"),
      name: "Анкер М12",
      unit: "шт",
    }),
  },
  "material.update": {
    ...bySupply,
    unless: keeper,
    quiet: true,
    input: async ({ prepared: { here }, ctx }) => ({
      materialId: await materialOf(ctx, here.id),
      version: 1,
      name: "Лента ПСУЛ 20",
    }),
  },
};

export const SUPPLY_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => ({
    orderId: await put(prepared.world.ctx(prepared.foreman), prepared, "requested"),
  }),
  grow: async ({ prepared: { world, here }, reader, made: { orderId } }) => {
    const { sql } = world.db;
    await sql`with made as (
        insert into supply_orders (object_id, number, title, status, status_since, requester_id, created_at)
        select ${here.id}::int, 1000000 + n, 'Герметик', 'requested', ${world.now}, ${reader.id}::int, ${world.now}
        from generate_series(1, ${MANY}::int) n returning id)
      insert into supply_lines (order_id, name, unit, quantity) select id, 'Герметик', 'шт', 10 from made`;
    await sql`insert into supply_lines (order_id, name, unit, quantity)
      select ${orderId}::int, 'Лента ' || n, 'м.п.', n from generate_series(1, ${DOZENS}::int) n`;
    await sql`insert into supply_promises (order_id, promised_on, by_id, at)
      select ${orderId}::int, '2026-12-01', ${reader.id}::int, ${world.now} from generate_series(1, ${DOZENS}::int)`;
    await sql`insert into materials (code, name, unit)
      select 'МТ-' || n, 'Материал', 'шт' from generate_series(1, ${MANY}::int) n`;
  },
  ids: { supply_orders: ["orderId"], supply_discrepancies: ["discrepancyId"], materials: ["materialId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const ctx = world.ctx(author);
    const orderId = await insertOrder(ctx, objectId, {
      requesterId: author.id,
      status: "partially_received",
    });
    const [line] = await world.db.read<{ id: number }>("select id from supply_lines where order_id = $1", [
      orderId,
    ]);
    return {
      orderId,
      lineId: line?.id ?? 0,
      discrepancyId: await insertDiscrepancy(ctx, objectId, { orderId, byId: author.id }),
      materialId: await materialOf(ctx, objectId),
    };
  },
});
