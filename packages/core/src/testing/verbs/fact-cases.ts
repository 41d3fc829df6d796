import { randomUUID } from "node:crypto";
import { can, limitOn, type SystemActor, type UserActor } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { decideFact, enterFact } from "../../domains/facts/index.ts";
import type { World } from "../world.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf } from "./rows.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** The foreman's live entry. */
type Made = { factId: number };

const CONSISTENCY: SystemActor = { kind: "system", job: "consistency", permissions: ["settings.manage"] };
const DAY = "2026-09-08";
const WORDS = "ошиблись при подсчёте";

const isAuthor = ({ foreman }: PreparedWorld, actor: UserActor) => actor.id === foreman.id;
const authorTie: VerbCase["relations"] = (prepared, actor) => (isAuthor(prepared, actor) ? ["author"] : []);
/** The entry is not confirmed: an observer gets not_found. */
const hiddenFromObserver = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only" ? "not_found" : null;
const authorAlone: VerbCase["unless"] = (prepared, actor) =>
  hiddenFromObserver(prepared, actor) ?? (isAuthor(prepared, actor) ? null : "forbidden");

/**
 * Users who enter only for their own crew must lead one: in the prepared world the installer does, the installer's
 * deputy does not.
 */
const notHisCrew: VerbCase["unless"] = ({ here }, actor) => {
  const ownCrew = limitOn(actor, "fact.enter", { objectId: here.id }) === "own_crew";
  return ownCrew && actor.role !== "installer" ? "forbidden" : null;
};

/** A correction is judged as entering, unless the actor may take back any entry. */
const cannotEnter: VerbCase["unless"] = ({ here: { id: objectId } }, actor) =>
  can(actor, "fact.enter", { objectId }) || can(actor, "fact.reverse", { objectId }) ? null : "forbidden";

/** The entries of the cases belong to no crew: users limited to their own may not add to them. */
const otherCrews: VerbCase["unless"] = ({ here: { id: objectId } }, actor) =>
  limitOn(actor, "fact.enter", { objectId }) === "own_crew" ? "forbidden" : null;

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "fact.enter": {
    permission: "fact.enter",
    onObject: true,
    unless: notHisCrew,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "2", "МОД"),
      date: DAY,
      quantity: "12",
    }),
  },
  "fact.correct": {
    permission: "fact.reverse",
    onObject: true,
    relations: authorTie,
    unless: (prepared, actor) =>
      hiddenFromObserver(prepared, actor) ?? cannotEnter(prepared, actor) ?? otherCrews(prepared, actor),
    input: ({ made: { factId } }) => ({ factId, version: 1, quantity: "9", reason: WORDS }),
  },
  "fact.undo": {
    permission: "fact.enter",
    onObject: true,
    unless: (prepared, actor) => authorAlone(prepared, actor) ?? otherCrews(prepared, actor),
    doneBy: "construction_itr",
    input: ({ made: { factId } }) => ({ factId }),
  },
  "fact.reverse": {
    permission: "fact.reverse",
    onObject: true,
    relations: authorTie,
    unless: hiddenFromObserver,
    input: ({ made: { factId } }) => ({ factId, version: 1, reason: WORDS }),
  },
  "fact.change_status": {
    permission: "fact.confirm",
    onObject: true,
    unless: (prepared, actor) => {
      const limit = limitOn(actor, "fact.confirm", { objectId: prepared.here.id });
      return hiddenFromObserver(prepared, actor) ?? (limit === "installers_entries" ? "forbidden" : null);
    },
    input: ({ made: { factId } }) => ({ factId, to: "confirmed", version: 1 }),
  },
  "fact.confirm_day": {
    permission: "fact.confirm",
    onObject: true,
    unless: ({ here }, actor) =>
      limitOn(actor, "fact.confirm", { objectId: here.id }) === "installers_entries" ? "forbidden" : null,
    input: ({ prepared: { here }, made: { factId } }) => ({
      objectId: here.id,
      date: DAY,
      factIds: [factId],
    }),
  },
  "fact.undo_decision": {
    permission: "fact.confirm",
    onObject: true,
    unless: (_prepared, actor) => (actor.role === "project_manager" ? null : "forbidden"),
    doneBy: "project_manager",
    input: async ({ prepared: { world, here }, ctx }) => {
      const author = await world.as("installer");
      const factId = await entryOf(world, here.cell("Юг", "1", "МОД"), author);
      const manager = await world.as("project_manager");
      await decideFact.run(
        { ...ctx, actor: manager, requestId: randomUUID() },
        { factId, move: "confirm", version: 1 },
      );
      return { factId };
    },
  },
  "fact.explain": {
    permission: "fact.enter",
    onObject: true,
    unless: authorAlone,
    doneBy: "construction_itr",
    input: ({ made: { factId } }) => ({ factId, version: 1, planReason: { code: "weather_wind" } }),
  },
  "fact.attach_photos": {
    permission: "fact.enter",
    onObject: true,
    unless: (prepared, actor) => hiddenFromObserver(prepared, actor) ?? otherCrews(prepared, actor),
    input: async ({ prepared: { here }, made: { factId }, actor, ctx }) => ({
      factId,
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "fact.attach_telegram_photos": {
    permission: "fact.enter",
    onObject: true,
    unless: (prepared, actor) => hiddenFromObserver(prepared, actor) ?? otherCrews(prepared, actor),
    input: ({ made: { factId } }) => ({
      factId,
      files: [{ telegramFileId: "AgACAgIAAy", telegramUniqueId: "AQADy" }],
    }),
  },
  "journal.add_photos": {
    permission: "fact.enter",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => ({
      objectId: here.id,
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "fact.enter_opening": {
    permission: "fact.import",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      date: "2026-06-01",
      rows: [{ floorVolumeId: here.cell("Запад", "1", "МОД"), quantity: "20" }],
    }),
  },
  "fact.form": {
    permission: "fact.enter",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "fact.list": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "fact.get": {
    permission: "fact.view",
    onObject: true,
    unless: hiddenFromObserver,
    input: ({ made: { factId } }) => ({ factId }),
  },
  "journal.list": {
    permission: "fact.view",
    onObject: true,
    unless: ({ here }, actor) =>
      limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only" ? "forbidden" : null,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "decisions.mend": {
    quiet: true,
    permission: "job",
    doneBy: CONSISTENCY,
    input: async ({ made: { factId }, ctx }) => {
      await ctx.db.orm.execute(sql`delete from pending_decisions where entity_id = ${factId}`);
      return { things: [{ entityType: "fact", entityId: factId }] };
    },
  },
  "fact.remind_returned": {
    permission: "job",
    doneBy: CONSISTENCY,
    input: async ({ prepared: { here, foreman }, made: { factId }, ctx }) => {
      await ctx.db.orm.execute(
        sql`update daily_plan_fact set status = 'returned', return_reason = 'фото' where id = ${factId}`,
      );
      // They have no morning card to read it in.
      await ctx.db.orm.execute(
        sql`insert into notification_settings (user_id, morning_digest) values (${foreman.id}, false)
          on conflict (user_id) do update set morning_digest = false`,
      );
      // Half an hour before the shift of the object, on a working day.
      await ctx.db.orm.execute(
        sql`update objects set shift_start = ((${ctx.now.toISOString()}::timestamptz at time zone time_zone)
          + interval '30 minutes')::time where id = ${here.id}`,
      );
      return { objectId: here.id, userId: foreman.id };
    },
  },
  "fact.recent": { permission: "self", input: () => ({}) },
};

/** Inserts an entry of the user directly into the ledger, since the user may have lost the right to enter one. */
async function entryOf(world: World, floorVolumeId: number, author: UserActor): Promise<number> {
  const [entry] = await world.db.read<{ id: number }>(
    `insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
       quantity, author_id, created_at)
     select object_id, id, facade_id, work_type_id, '2026-09-08', 'day', 'work', 'submitted', 1, $2, $3
     from floor_volumes where id = $1 returning id`,
    [floorVolumeId, author.id, world.now.toISOString()],
  );
  if (entry === undefined) throw new Error("an entry was not written");
  return entry.id;
}

export const FACT_CASES = verbsOf({
  cases,
  prepare: async ({ world, here, foreman }): Promise<Made> => {
    const { fact } = await enterFact.run(world.ctx(foreman), {
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "1", "МОД"),
      date: DAY,
      quantity: "10",
    });
    return { factId: fact.id };
  },
  own: async ({ world, here }, actor) => ({
    factId: await entryOf(world, here.cell("Юг", "1", "МОД"), actor),
  }),
  grow: async ({ prepared: { world, here, foreman }, reader, made: { factId } }) => {
    const { sql } = world.db;
    const { now } = world;
    await sql`
      insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, author_id, created_at)
      select v.object_id, v.id, v.facade_id, v.work_type_id, '2026-09-07', 'day', 'work', 'submitted', 5,
        ${foreman.id}::int, ${now}
      from floor_volumes v join facades fa on fa.id = v.facade_id where fa.code like 'Ф%' limit ${MANY}::int`;
    await sql`
      insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, author_id, created_at)
      select object_id, floor_volume_id, facade_id, work_type_id, '2026-09-08', 'day', 'work', 'submitted', 1,
        ${reader.id}::int, ${now} from daily_plan_fact where date = '2026-09-07' limit 10`;
    await sql`
      insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
      select ${here.id}::int, 'photo', 'upload', 'ready', 'фото.jpg', 'key-' || n, ${reader.id}::int, ${now}
      from generate_series(1, ${DOZENS * 2}::int) n`;
    await sql`
      insert into journal_photos (object_id, date, file_id, author_id, created_at)
      select object_id, '2026-09-08', id, uploaded_by, ${now} from files where storage_key like 'key-%'
      order by id limit ${DOZENS}::int`;
    await sql`
      insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
      select 'journal_photo', id, file_id, 'photo', author_id, created_at from journal_photos
      on conflict do nothing`;
    await sql`
      insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
      select 'fact', ${factId}::int, id, 'photo', uploaded_by, ${now} from files where storage_key like 'key-%'
      order by id offset ${DOZENS}::int`;
  },
  ids: { daily_plan_fact: ["factId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const [cell] = await world.db.read<{ id: number }>(
      "select id from floor_volumes where object_id = $1 order by id limit 1",
      [objectId],
    );
    const floorVolumeId = cell?.id ?? 0;
    const factId = await entryOf(world, floorVolumeId, author);
    return { floorVolumeId, factId, factIds: factId, entityId: factId };
  },
});
