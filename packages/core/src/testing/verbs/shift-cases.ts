import { type can, limitOn, type SystemActor } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { recordDowntime } from "../../domains/shifts/index.ts";
import { createCrew } from "../../domains/production/index.ts";
import type { Context } from "../../kernel/index.ts";
import { DOZENS, MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** A crew without accounts, and a record of it by the foreman. */
type Made = { crewId: number; recordId: number };

const CLOSER: SystemActor = { kind: "system", job: "shift-closings", permissions: ["settings.manage"] };
const DAY = "2026-09-04";

let stops = 0;
/** Tells one stop from another: the same is recorded once. */
const nextStop = () => ++stops;

const otherCrews: VerbCase["unless"] = ({ here: { id: objectId } }, actor) =>
  limitOn(actor, "fact.enter", { objectId }) === "own_crew" ? "forbidden" : null;
const observer = ({ here }: PreparedWorld, actor: Parameters<typeof can>[0]) =>
  limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only";
const hiddenFromObserver: VerbCase["unless"] = (prepared, actor): Expected | null =>
  observer(prepared, actor) ? "not_found" : null;
const notForObservers: VerbCase["unless"] = (prepared, actor): Expected | null =>
  observer(prepared, actor) ? "forbidden" : null;

/** A report tells the work of all crews: neither observers nor installers read it. */
const reportedTo: VerbCase["unless"] = (prepared, actor): Expected | null =>
  observer(prepared, actor) || limitOn(actor, "fact.enter", { objectId: prepared.here.id }) === "own_crew"
    ? "forbidden"
    : null;

/** The record is of a crew that no installer here belongs to. */
const ofAnotherCrew: VerbCase["unless"] = (prepared, actor): Expected | null =>
  observer(prepared, actor)
    ? "forbidden"
    : limitOn(actor, "fact.enter", { objectId: prepared.here.id }) === "own_crew"
      ? "not_found"
      : null;

/** Opens all shifts of the object again. */
const openShifts = ({ db, now }: Context, { here, foreman }: PreparedWorld) =>
  db.orm.execute(sql`update shift_closings set reopened_at = ${now.toISOString()}, reopened_by = ${foreman.id}
    where object_id = ${here.id} and reopened_at is null`);

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "downtime.record": {
    permission: "fact.enter",
    onObject: true,
    unless: otherCrews,
    input: ({ prepared: { here }, made: { crewId } }) => ({
      objectId: here.id,
      date: DAY,
      crews: [{ crewId, workers: 6, hours: "0.01" }],
      reason: { code: "other", text: `Остановка ${nextStop()}` },
    }),
  },
  "shift_note.record": {
    permission: "fact.enter",
    onObject: true,
    unless: otherCrews,
    input: ({ prepared: { here }, made: { crewId } }) => ({
      objectId: here.id,
      date: DAY,
      crews: [{ crewId, hours: "0.01" }],
      activity: "unloading",
    }),
  },
  "shift_record.withdraw": {
    permission: "fact.reverse",
    onObject: true,
    unless: (prepared, actor) =>
      hiddenFromObserver(prepared, actor) ?? (actor.id === prepared.foreman.id ? "ok" : null),
    input: async ({ ctx, made: { recordId } }) => {
      await ctx.db.orm
        .execute(sql`update shift_records set withdrawn_at = null, withdrawn_by = null, version = 1,
        created_at = ${ctx.now.toISOString()} where id = ${recordId}`);
      return { recordId, version: 1, reason: "записали не ту бригаду" };
    },
  },
  "shift_record.list": {
    permission: "fact.view",
    onObject: true,
    unless: notForObservers,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "shift.get": {
    permission: "fact.view",
    onObject: true,
    unless: notForObservers,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "shift.lines": {
    permission: "fact.view",
    onObject: true,
    // As many lines as a form shows at once.
    ofOneSize: true,
    unless: notForObservers,
    input: ({ prepared: { here } }) => ({ objectId: here.id, date: DAY }),
  },
  "report.shift": {
    permission: "fact.view",
    onObject: true,
    unless: reportedTo,
    input: ({ prepared: { here } }) => ({ objectId: here.id, kind: "contractor" }),
  },
  "report.downtime_act": {
    permission: "fact.view",
    onObject: true,
    // One record has as many crews as an object at most.
    ofOneSize: true,
    unless: ofAnotherCrew,
    input: ({ made: { recordId } }) => ({ recordId }),
  },
  "shift.close": {
    permission: "shift.close",
    onObject: true,
    alone: true,
    input: async ({ prepared, ctx }) => {
      await openShifts(ctx, prepared);
      return {
        objectId: prepared.here.id,
        date: DAY,
        foremanId: prepared.foreman.id,
        rest: { code: "not_worked" },
      };
    },
  },
  "shift.reopen": {
    permission: "shift.close",
    onObject: true,
    alone: true,
    input: async ({ prepared, ctx }) => {
      const { here, foreman } = prepared;
      await openShifts(ctx, prepared);
      const [row] = await ctx.db.orm.execute<{ id: number }>(sql`
        insert into shift_closings (object_id, date, shift, foreman_id, closed_by, closed_at, silent)
        values (${here.id}, ${DAY}, 'day', ${foreman.id}, ${foreman.id}, ${ctx.now.toISOString()}, '[]')
        on conflict (object_id, date, shift, coalesce(foreman_id, 0)) where reopened_at is null
          do update set version = 1 returning id`);
      return { closingId: row?.id ?? 0, version: 1 };
    },
  },
  "shift.close_overdue": {
    permission: "job",
    doneBy: CLOSER,
    input: async ({ prepared, ctx }) => {
      const { here, foreman } = prepared;
      await openShifts(ctx, prepared);
      await ctx.db.orm.execute(sql`update objects set status = 'active' where id = ${here.id}`);
      return { objectId: here.id, date: DAY, shift: "day", foremanId: foreman.id };
    },
  },
};

export const SHIFT_CASES = verbsOf({
  cases,
  prepare: async ({ world, here, foreman }): Promise<Made> => {
    const crew = { name: "Герметизация", lead: "Пётр Сычёв", size: 6 };
    const admin = world.ctx(await world.as("admin"));
    const { id: crewId } = await createCrew.run(admin, { ...crew, code: "БР-70", objectId: here.id });
    const { id: recordId } = await recordDowntime.run(world.ctx(foreman), {
      objectId: here.id,
      date: DAY,
      crews: [{ crewId, hours: "4" }],
      reason: { code: "no_material" },
    });
    return { crewId, recordId };
  },
  grow: async ({ prepared: { world, here }, reader, made: { crewId } }) => {
    const { sql: query } = world.db;
    await query`
      insert into shift_records (object_id, date, shift, kind, code, party, author_id, created_at)
      select ${here.id}::int, '2026-09-07', 'day', 'downtime', 'no_front', 'customer', ${reader.id}::int, ${world.now}
      from generate_series(1, ${MANY}::int) n`;
    await query`
      insert into shift_records (object_id, date, shift, kind, code, party, author_id, created_at)
      select ${here.id}::int, '2026-09-08', 'day', 'downtime', 'no_front', 'customer', ${reader.id}::int, ${world.now}
      from generate_series(1, ${DOZENS}::int) n`;
    await query`
      insert into shift_record_crews (record_id, crew_id, workers, hours)
      select r.id, ${crewId}::int, 1, 1 from shift_records r on conflict do nothing`;
  },
  ids: { shift_records: ["recordId"], shift_closings: ["closingId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const [record] = await world.db.read<{ id: number }>(
      `insert into shift_records (object_id, date, shift, kind, code, party, author_id, created_at)
       values ($1, '2026-09-08', 'day', 'downtime', 'no_front', 'customer', $2, $3) returning id`,
      [objectId, author.id, world.now.toISOString()],
    );
    const [closing] = await world.db.read<{ id: number }>(
      `insert into shift_closings (object_id, date, shift, foreman_id, closed_by, closed_at, silent)
       values ($1, '2026-09-01', 'day', $2, $2, $3, '[]') returning id`,
      [objectId, author.id, world.now.toISOString()],
    );
    return { recordId: record?.id ?? 0, closingId: closing?.id ?? 0 };
  },
});
