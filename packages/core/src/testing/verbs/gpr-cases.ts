import { randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import { TEMPLATES } from "@stsphera/schedule/templates";
import { can, type UserActor } from "@stsphera/rbac";
import { answersFor } from "../../domains/gpr/forecast/answer-workflow.ts";
import { signsFor } from "../../domains/gpr/gpr-workflow.ts";
import {
  type GprScene,
  makeRoom,
  putAnswer,
  putGpr,
  SCENE_HASH,
} from "../../domains/gpr/testing/gpr-scene.ts";
import type { Context } from "../../kernel/index.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** A version in force and the one before it. */
type Made = { gprId: number; former: number; key: string };

/** Observers get not_found. */
const hidden = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "gpr.view", { objectId: here.id }) ? null : "not_found";

/** An admin signs for others with a reason alone. */
const hiddenOrAdmin = (prepared: PreparedWorld, actor: UserActor): Expected | null =>
  hidden(prepared, actor) ?? (actor.role === "admin" ? "forbidden" : null);

const put = (
  ctx: Context,
  { here, foreman }: PreparedWorld,
  more: Partial<GprScene> & Pick<GprScene, "status">,
) => putGpr(ctx, { objectId: here.id, createdBy: foreman.id, ...more });

/** A version that waits for the foreman and for one who has left. */
const pending = (ctx: Context, prepared: PreparedWorld) =>
  put(ctx, prepared, {
    status: "pending_signatures",
    signers: [
      { role: "construction_itr", signerId: prepared.foreman.id },
      { role: "supply", signerId: prepared.colleague.id },
    ],
  });

const forEditing = { permission: "gpr.edit", onObject: true, unless: hidden, alone: true } as const;
const forPreview = { permission: "gpr.edit", onObject: true, unless: hidden } as const;
const forSigning = {
  permission: "gpr.sign",
  onObject: true,
  relations: ({ here, foreman }: PreparedWorld, actor: UserActor) =>
    signsFor(actor, here.id, { role: "construction_itr", signerId: foreman.id }) ? (["signer"] as const) : [],
  unless: hiddenOrAdmin,
  doneBy: "construction_itr",
  alone: true,
} as const;
const forAnswering = {
  permission: "gpr.answer",
  onObject: true,
  relations: ({ here, foreman }: PreparedWorld, actor: UserActor) =>
    answersFor(actor, { objectId: here.id, ownerId: foreman.id }) ? (["responsible"] as const) : [],
  unless: hiddenOrAdmin,
  doneBy: "construction_itr",
  alone: true,
} as const;
const shifted = { how: { by: "days", workdays: 2 } } as const;
const PROJECT = `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-09-14T08:00:00</StartDate>
  <CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Main</Name><IsBaseCalendar>1</IsBaseCalendar>
  </Calendar></Calendars><Tasks><Task><UID>7</UID><ID>1</ID><Name>Разметка</Name><OutlineLevel>1</OutlineLevel>
  <Duration>PT24H0M0S</Duration></Task></Tasks></Project>`;
const forReading = { permission: "gpr.view", onObject: true } as const;

/** A template made here, and the request that saves it. */
async function putTemplate(ctx: Context, createdBy: number) {
  const [{ rows = [], links = [] } = {}] = TEMPLATES;
  const content = { name: `Шаблон ${randomUUID()}`, rows: [...rows], links: [...links] };
  const code = `own-${randomUUID()}`;
  await ctx.db.orm.insert(schema.gprTemplates).values({ ...content, code, createdBy, createdAt: ctx.now });
  return { code, version: 1, ...content };
}

/** A draft with a step of the actor that adds a row: taken back, or to be taken back. */
async function stepOf(
  ctx: Context,
  prepared: PreparedWorld,
  actor: UserActor,
  undone: boolean,
): Promise<number> {
  const { id } = await put(ctx, prepared, { status: "draft" });
  const patch = { rows: [], links: [], order: null };
  await ctx.db.orm.insert(schema.gprSteps).values({
    gprId: id,
    patch: {
      patch,
      start: { before: undone ? "2026-09-14" : "2026-09-07", after: undone ? "2026-09-07" : "2026-09-14" },
    },
    authorId: actor.id,
    at: ctx.now,
    undoneAt: undone ? ctx.now : null,
  });
  return id;
}

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "gpr.create": {
    permission: "gpr.edit",
    onObject: true,
    quiet: true,
    alone: true,
    input: async ({ prepared: { here }, ctx }) => {
      await makeRoom(ctx, here.id);
      return { objectId: here.id, from: "empty" };
    },
  },
  "gpr.edit_rows": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx }) => {
      const { id, key } = await put(ctx, prepared, { status: "draft" });
      return { gprId: id, edits: [{ do: "set", rows: [{ key, version: 1 }], fields: { duration: 12 } }] };
    },
  },
  "gpr.paste": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx }) => ({
      gprId: (await put(ctx, prepared, { status: "draft" })).id,
      version: 1,
      table: [["Разметка", "Монтаж", "", "3"]],
    }),
  },
  "gpr.fill": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx }) => ({
      gprId: (await put(ctx, prepared, { status: "draft" })).id,
      version: 1,
      from: "empty",
    }),
  },
  "gpr.undo_step": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx, actor }) => ({ gprId: await stepOf(ctx, prepared, actor, false) }),
  },
  "gpr.redo_step": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx, actor }) => ({ gprId: await stepOf(ctx, prepared, actor, true) }),
  },
  "gpr.change_status": {
    permission: "gpr.send",
    onObject: true,
    alone: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      gprId: (await put(ctx, prepared, { status: "draft" })).id,
      version: 1,
      move: "send",
    }),
  },
  "gpr.sign": {
    ...forSigning,
    input: async ({ prepared, ctx }) => ({ gprId: (await pending(ctx, prepared)).id, hash: SCENE_HASH }),
  },
  "gpr.remark": {
    ...forSigning,
    input: async ({ prepared, ctx }) => ({
      gprId: (await pending(ctx, prepared)).id,
      text: "Не успеем: лесов ещё нет",
    }),
  },
  "gpr.replace_signer": {
    permission: "gpr.send",
    onObject: true,
    alone: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      gprId: (await pending(ctx, prepared)).id,
      role: "supply",
      signerId: (await prepared.world.as("supply")).id,
    }),
  },
  "gpr.remind_signers": {
    permission: "gpr.send",
    onObject: true,
    alone: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({ gprId: (await pending(ctx, prepared)).id }),
  },
  "gpr.get": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId }) },
  "gpr.content": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId }) },
  "gpr.of_object": { ...forReading, input: ({ prepared: { here } }) => ({ objectId: here.id }) },
  "gpr.list": { ...forReading, input: ({ prepared: { here } }) => ({ objectId: here.id }) },
  "gpr.diff": {
    ...forReading,
    unless: hidden,
    input: ({ made: { gprId, former } }) => ({ gprId, with: former }),
  },
  "gpr.preview_shift": {
    ...forPreview,
    input: ({ made: { gprId, key } }) => ({ gprId, rows: [key], ...shifted }),
  },
  "gpr.preview_edits": {
    ...forPreview,
    input: ({ made: { gprId, key } }) => ({
      gprId,
      edits: [{ do: "set", rows: [{ key, version: 1 }], fields: { duration: 12 } }],
    }),
  },
  "gpr.shift": {
    ...forEditing,
    input: ({ made: { gprId, key } }) => ({ gprId, rows: [key], ...shifted, reason: "Модули придут позже" }),
  },
  "gpr.set_progress": {
    ...forEditing,
    quiet: true,
    input: ({ made: { gprId, key } }) => ({ gprId, rows: [{ key, actualStart: null }] }),
  },
  "gpr.answer_shift": {
    ...forAnswering,
    input: async ({ prepared: { here, foreman }, ctx, made: { gprId } }) => ({
      answerId: await putAnswer(ctx, { gprId, objectId: here.id, ownerId: foreman.id }),
      move: "object",
      version: 1,
      reason: "Не успеем до морозов",
    }),
  },
  "gpr.shifts": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId }) },
  "gpr.compare": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId }) },
  "gpr.holding": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId }) },
  "gpr.why": {
    ...forReading,
    unless: hidden,
    ofOneSize: true,
    input: ({ made: { gprId, key } }) => ({ gprId, row: key }),
  },
  "gpr.export": { ...forReading, unless: hidden, input: ({ made: { gprId } }) => ({ gprId, as: "mspdi" }) },
  "gpr.export_diff": {
    ...forReading,
    unless: hidden,
    input: ({ made: { gprId, former } }) => ({ gprId, with: former, as: "pdf" }),
  },
  "gpr.import": {
    ...forEditing,
    quiet: true,
    input: async ({ prepared, ctx }) => ({
      gprId: (await put(ctx, prepared, { status: "draft" })).id,
      version: 1,
      file: Buffer.from(PROJECT).toString("base64"),
    }),
  },
  "gpr.mine": { permission: "self", input: () => ({}) },
  "gpr.template_dates": {
    permission: "self",
    ofOneSize: true,
    input: () => ({ template: "nvf", startOn: "2026-10-12" }),
  },
  "gpr.templates": { permission: "self", input: () => ({}) },
  "gpr.template": { permission: "self", ofOneSize: true, input: () => ({ code: "nvf" }) },
  "gpr.create_template": {
    permission: "templates.manage",
    quiet: true,
    input: () => ({ from: "template", name: `Шаблон ${randomUUID()}`, template: "nvf" }),
  },
  "gpr.save_template": {
    permission: "templates.manage",
    quiet: true,
    input: async ({ ctx, prepared: { foreman } }) => putTemplate(ctx, foreman.id),
  },
};

export const GPR_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => {
    const ctx = prepared.world.ctx(prepared.foreman);
    const former = await put(ctx, prepared, { status: "archived" });
    const { id: gprId, key } = await put(ctx, prepared, { status: "active", work: null });
    return { gprId, former: former.id, key };
  },
  grow: async ({ prepared: { world, here }, reader, made: { gprId } }) => {
    const { sql } = world.db;
    await sql`insert into gpr_rows (gpr_id, key, number, sort, name, department, owner_id, duration, start_on, finish_on)
      select ${gprId}::int, gen_random_uuid(), n, n, 'Работа', 'construction', ${reader.id}::int, 5, '2026-09-14',
        '2026-09-18'
      from generate_series(2, ${MANY}::int) n`;
    await sql`insert into gpr_links (gpr_id, "from", "to", type, lag, unit)
      select a.gpr_id, a.key, b.key, 'FS', 0, 'work' from gpr_rows a join gpr_rows b
        on b.gpr_id = a.gpr_id and b.number = a.number + 1
      where a.gpr_id = ${gprId}::int`;
    await sql`insert into gpr_versions (object_id, number, status, start_on, hash, created_by, created_at, sent_at)
      select ${here.id}::int, n, 'archived', '2026-09-14', ${SCENE_HASH}, ${reader.id}::int, ${world.now}, ${world.now}
      from generate_series(10, ${DOZENS + 10}::int) n`;
    await sql`insert into gpr_versions (object_id, number, status, start_on, hash, created_by, created_at, sent_at,
        activated_at)
      select o.id, 1, 'active', '2026-09-14', ${SCENE_HASH}, ${reader.id}::int, ${world.now}, ${world.now}, ${world.now}
      from objects o where o.id <> ${here.id}::int`;
    await sql`insert into gpr_shifts (gpr_id, object_id, how, reason, rows, chosen, moved, finish_before, finish_after,
        finish_days, shifted_by, created_at)
      select ${gprId}::int, ${here.id}::int, '{"by":"days","workdays":5}', 'Модули придут позже', '[]', 1, 1, '2026-09-25',
        '2026-10-02', 5, ${reader.id}::int, ${world.now}
      from generate_series(1, ${DOZENS}::int)`;
    await sql`insert into gpr_answers (shift_id, gpr_id, object_id, owner_id, rows, moved, created_at)
      select s.id, s.gpr_id, s.object_id, s.shifted_by, '[]', 1, s.created_at from gpr_shifts s
      where s.gpr_id = ${gprId}::int and s.shifted_by = ${reader.id}::int`;
    await sql`insert into gpr_templates (code, name, rows, links, created_by, created_at)
      select 'own-' || n, 'Шаблон ' || n, '[]', '[]', ${reader.id}::int, ${world.now}
      from generate_series(1, ${DOZENS}::int) n`;
    await sql`insert into gpr_signatures (gpr_id, role, signer_id, asked_at, voided_at)
      select ${gprId}::int, 'supply', ${reader.id}::int, ${world.now}, ${world.now}
      from generate_series(1, ${DOZENS}::int)`;
  },
  ids: { gpr_versions: ["gprId", "with", "base"], gpr_answers: ["answerId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const at = { objectId, createdBy: author.id };
    const ctx = world.ctx(author);
    const former = await putGpr(ctx, { ...at, status: "archived" });
    const gpr = await putGpr(ctx, { ...at, status: "active", work: null });
    const answerId = await putAnswer(ctx, { gprId: gpr.id, objectId, ownerId: author.id });
    return { gprId: gpr.id, with: former.id, base: former.id, answerId };
  },
});
