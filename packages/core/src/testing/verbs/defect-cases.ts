import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { Relation, SystemActor, UserActor } from "@stsphera/rbac";
import { insertDefect } from "../../domains/defects/testing/insert-defect.ts";
import type { Context } from "../../kernel/index.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const ESCALATIONS: SystemActor = { kind: "system", job: "escalations", permissions: ["settings.manage"] };

/** A defect reported by the foreman. */
type Made = { defectId: number };

const put = (ctx: Context, { here, foreman }: PreparedWorld, status: DefectStatus, more = {}) =>
  insertDefect(ctx, here, { reporterId: foreman.id, status, ...more });

/** A defect that the actor has just called off. */
async function cancelledOf(ctx: Context, prepared: PreparedWorld, actor: UserActor): Promise<number> {
  const entityId = await put(ctx, prepared, "cancelled", { version: 2 });
  await ctx.db.orm.insert(schema.entityMoves).values({
    entityType: "defect",
    entityId,
    objectId: prepared.here.id,
    move: "cancel",
    from: "open",
    to: "cancelled",
    byId: actor.id,
    at: ctx.now,
    before: { status: "open", statusSince: ctx.now, responsibleId: null, dueOn: null, version: 1, kept: {} },
  });
  return entityId;
}

/** The foreman has reported it. */
const reported = ({ foreman }: PreparedWorld, actor: UserActor): readonly Relation[] =>
  actor.id === foreman.id ? ["reporter"] : [];

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "defect.report": {
    permission: "defect.report",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => ({
      objectId: here.id,
      title: "Шов не заполнен",
      facadeId: here.facadeId("Юг"),
      floorId: here.floorId("1"),
      axes: "Д–Е",
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "defect.change_status": {
    permission: "defect.assign",
    onObject: true,
    input: async ({ prepared, ctx }) => ({
      defectId: await put(ctx, prepared, "open"),
      version: 1,
      move: "assign",
      responsibleId: prepared.foreman.id,
    }),
  },
  "defect.undo": {
    permission: "defect.verify",
    onObject: true,
    relations: reported,
    input: async ({ prepared, ctx, actor }) => ({ defectId: await cancelledOf(ctx, prepared, actor) }),
  },
  "defect.update": {
    permission: "defect.verify",
    onObject: true,
    relations: reported,
    input: async ({ prepared, ctx }) => ({
      defectId: await put(ctx, prepared, "open"),
      version: 1,
      severity: "critical",
    }),
  },
  "defect.escalate": {
    permission: "job",
    doneBy: ESCALATIONS,
    input: async ({ prepared, ctx }) => ({
      defectIds: [
        await put(ctx, prepared, "in_work", { responsibleId: prepared.foreman.id, dueOn: "2026-08-20" }),
      ],
    }),
  },
  "defect.get": {
    permission: "defect.view",
    onObject: true,
    input: ({ made: { defectId } }) => ({ defectId }),
  },
  "defect.list": {
    permission: "defect.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "defect.totals": {
    permission: "defect.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "defect.all": { permission: "self", input: () => ({}) },
};

export const DEFECT_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => ({
    defectId: await put(prepared.world.ctx(prepared.foreman), prepared, "open"),
  }),
  grow: async ({ prepared: { world, here }, reader, made: { defectId } }) => {
    await world.db
      .sql`insert into entity_moves (entity_type, entity_id, object_id, move, "from", "to", by_id, at, before)
      select 'defect', ${defectId}::int, ${here.id}::int, 'cancel', 'open', 'cancelled', ${reader.id}::int, ${world.now},
        '{}' from generate_series(1, ${DOZENS}::int)`;
    await world.db
      .sql`insert into defects (object_id, number, title, severity, origin, facade_id, facade, status,
        status_since, reporter_id, created_at)
      select ${here.id}::int, 1000000 + n, 'Шов', 'minor', 'installation', 1, 'Юг', 'open', ${world.now},
        ${reader.id}::int, ${world.now} from generate_series(1, ${MANY}::int) n`;
  },
  ids: { defects: ["defectId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const [defect] = await world.db.read<{ id: number }>(
      `insert into defects (object_id, number, title, severity, origin, facade_id, facade, status, status_since,
         reporter_id, created_at)
       values ($1, 1, 'Шов', 'minor', 'installation', 1, 'Юг', 'open', $3, $2, $3) returning id`,
      [objectId, author.id, world.now.toISOString()],
    );
    return { defectId: defect?.id ?? 0 };
  },
});
