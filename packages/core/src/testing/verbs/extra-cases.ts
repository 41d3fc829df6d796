import { schema } from "@stsphera/db";
import { can, type UserActor } from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf } from "./rows.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** An extra work reported by the foreman. */
type Made = { extraId: number };
type NewExtra = Partial<typeof schema.extraWorks.$inferInsert>;

/** Observers get not_found. */
const hidden = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "extra.view", { objectId: here.id }) ? null : "not_found";

/** Inserts an extra work, reported by the foreman unless said. */
async function extraOf(ctx: Context, { here, foreman }: PreparedWorld, more: NewExtra = {}): Promise<number> {
  const [row] = await ctx.db.orm
    .insert(schema.extraWorks)
    .values({
      objectId: here.id,
      title: "Заделка проёма",
      quantity: "4",
      unit: "шт",
      place: "Юг 1",
      orderedBy: "Заказчик",
      status: "reported",
      statusSince: ctx.now,
      stage: "verbal",
      stageSince: ctx.now,
      authorId: foreman.id,
      createdAt: ctx.now,
      ...more,
    })
    .returning({ id: schema.extraWorks.id });
  if (row === undefined) throw new Error("an extra work was not stored");
  return row.id;
}

/** An extra work that the actor has just rejected. */
async function rejectedOf(ctx: Context, prepared: PreparedWorld, actor: UserActor): Promise<number> {
  const entityId = await extraOf(ctx, prepared, { status: "rejected", version: 2 });
  const none = { document: null, facadeId: null, floorId: null, workTypeId: null };
  await ctx.db.orm.insert(schema.entityMoves).values({
    entityType: "extra",
    entityId,
    objectId: prepared.here.id,
    move: "reject",
    from: "reported",
    to: "rejected",
    byId: actor.id,
    at: ctx.now,
    before: { status: "reported", statusSince: ctx.now, ...none, version: 1, kept: {} },
  });
  return entityId;
}

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "extra.report": {
    permission: "extra.report",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => ({
      objectId: here.id,
      title: "Заделка проёма",
      quantity: "4",
      unit: "шт",
      place: "Юг 1",
      orderedBy: "Заказчик",
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "extra.decide": {
    permission: "extra.decide",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      extraId: await extraOf(ctx, prepared),
      version: 1,
      move: "accept",
      document: "письмо № 112",
      facadeId: prepared.here.facadeId("Юг"),
      floorId: prepared.here.floorId("1"),
      workTypeId: await workTypeOf(ctx),
    }),
  },
  "extra.undo": {
    permission: "extra.decide",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx, actor }) => ({ extraId: await rejectedOf(ctx, prepared, actor) }),
  },
  "extra.follow": {
    permission: "extra.decide",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      extraId: await extraOf(ctx, prepared),
      version: 1,
      document: "письмо № 112",
    }),
  },
  "extra.step_back": {
    permission: "extra.decide",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => {
      const extraId = await extraOf(ctx, prepared, { stage: "letter" });
      const step = { extraId, stage: "letter" as const, document: "письмо № 112" };
      await ctx.db.orm
        .insert(schema.extraWorkSteps)
        .values({ ...step, byId: prepared.foreman.id, at: ctx.now });
      return { extraId, version: 1, reason: "не тот документ" };
    },
  },
  "extra.price": {
    permission: "object.money",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      extraId: await extraOf(ctx, prepared),
      version: 1,
      price: "84000",
    }),
  },
  "extra.get": {
    permission: "extra.view",
    onObject: true,
    unless: hidden,
    input: ({ made: { extraId } }) => ({ extraId }),
  },
  "extra.all": { permission: "self", input: () => ({}) },
  "extra.totals": { permission: "self", input: () => ({}) },
  "extra.list": {
    permission: "extra.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "volume.revisions": {
    permission: "extra.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};

/** A kind of work counted in pieces. */
async function workTypeOf(ctx: Context): Promise<number> {
  const [work] = await ctx.db.read<{ id: number }>("select id from work_types where code = 'МОД'", []);
  return work?.id ?? 0;
}

export const EXTRA_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => ({
    extraId: await extraOf(prepared.world.ctx(prepared.foreman), prepared),
  }),
  grow: async ({ prepared: { world, here }, reader, made: { extraId } }) => {
    const { sql } = world.db;
    await sql`insert into extra_works (object_id, title, quantity, unit, place, ordered_by, status, status_since, stage,
        stage_since, author_id, created_at)
      select ${here.id}::int, 'Заделка', 1, 'шт', 'Юг 1', 'Заказчик', 'reported', ${world.now}, 'verbal', ${world.now},
        ${reader.id}::int, ${world.now} from generate_series(1, ${MANY}::int)`;
    await sql`insert into extra_work_steps (extra_id, stage, document, by_id, at, undone_at)
      select ${extraId}::int, 'letter', 'письмо', ${reader.id}::int, ${world.now}, null
      from generate_series(1, ${DOZENS}::int)`;
    await sql`insert into plan_revisions (object_id, facade, floor, work_type_id, old_qty, new_qty, author_id, created_at)
      select ${here.id}::int, 'Юг', '1', (select min(id) from work_types), n, n + 1, ${reader.id}::int, ${world.now}
      from generate_series(1, ${MANY}::int) n`;
  },
  ids: { extra_works: ["extraId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const [extra] = await world.db.read<{ id: number }>(
      `insert into extra_works (object_id, title, quantity, unit, place, ordered_by, status, status_since, stage,
         stage_since, author_id, created_at)
       values ($1, 'Заделка', 1, 'шт', 'Юг 1', 'Заказчик', 'reported', $3, 'verbal', $3, $2, $3) returning id`,
      [objectId, author.id, world.now.toISOString()],
    );
    return { extraId: extra?.id ?? 0 };
  },
});
