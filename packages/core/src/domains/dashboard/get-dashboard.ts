import {
  APPROVAL_KINDS,
  type ApprovalKind,
  type Dashboard,
  type DashboardObject,
  type ObjectStatus,
} from "@stsphera/contracts";
import { limitOn, reachOver, type UserActor } from "@stsphera/rbac";
import { z } from "zod";
import { big, FEWEST_DAYS, healthOf, percentOf } from "../calculation/index.ts";
import { peopleOf, reachOf, reachTable, waitingTable } from "../../platform/decisions/index.ts";
import { dayText, personOf, query, dayNumber } from "../../kernel/index.ts";
import { readableBy, readableSql } from "../../platform/notifications/index.ts";
import { DECISION_SOURCES } from "../decision-sources.ts";
import {
  idleHours,
  isObserved,
  MAX_WORKDAYS_AHEAD,
  observedIds,
  PACE_SHIFTS,
  plannedByFacades,
  readDashboard,
  RESAMPLED_SHIFTS,
  seesDayShifts,
  SHIFTS_WITHIN_DAYS,
  shownHours,
} from "../objects/index.ts";

type Row = {
  id: number;
  code: string;
  name: string;
  status: ObjectStatus;
  deadline: string | null;
  planHours: string;
  earnedHours: string;
  plannedHours: string | null;
  modulePlan: string;
  moduleFact: string;
  bracketPlan: string;
  bracketFact: string;
  forecastDate: string | null;
  idleHours: string;
  total: number;
  decisions: Partial<Record<ApprovalKind, number>>;
  unread: number;
  tasks: number;
  tasksToday: number;
};

const SHOWN = 10;

/** Open tasks assigned to the user on objects where they may work on tasks. */
const IN_HAND = `t.assignee_id = $2::int and t.status not in ('done', 'cancelled')
      and ($5::boolean or t.object_id = any (array(select unnest($6::int[]))))`;

const DECIDED_BY = DECISION_SOURCES.flatMap(({ decidedBy }) => decidedBy);

const LAST_WORKDAY = `(select w.day from object_workdays w where w.object_id = m.id and w.day < m.today
      order by w.day desc limit 1)`;

/**
 * Today's plan is read from the objects' curves for all at once; only days outside a curve are looked up one by one.
 * $1 instant · $2 user · $3 reach · $4 ids of `peopleOf` · $5 whether the user executes tasks on every object, or $6
 * on which · $7 objects of which the user is shown confirmed facts alone · $8 to $11 `readableBy`. Days are searched from the newest on, so that a long
 * history costs no more than a short one. Lists are unpacked by a subselect, so that PostgreSQL plans once for lists
 * of any length.
 */
const statement = (visible: string) => `
  with ${reachTable("$3")}, ${waitingTable("$4", "true")}, o as materialized (
    select o.id, o.code, o.name, o.status, o.deadline, s.plan_hours, ${shownHours("$7")} as earned_hours,
      ${dayText("$1::timestamptz")} as today
    from objects o join object_sums s on s.object_id = o.id
    where ${visible} and o.status not in ('closed', 'archived')
  ), measured as (
    select o.*,
      coalesce(c.hours_through, ${plannedByFacades("o", "o.today - 1")}) as planned_hours
    from o left join (
      select * from object_plan_curve where day = any (array(select distinct today - 1 from o))) c
      on c.object_id = o.id and c.day = o.today - 1
  ), shown as (
    select * from measured m
    order by (m.status in ('active', 'completing', 'on_hold')) desc,
      case when m.plan_hours > 0 then (coalesce(m.planned_hours, 0) - m.earned_hours) / m.plan_hours end desc nulls last,
      m.id
    limit ${SHOWN}
  )
  select m.id, m.code, m.name, m.status, m.deadline::text as deadline, (select count(*)::int from o) as total,
    m.plan_hours::text as "planHours", m.earned_hours::text as "earnedHours", m.planned_hours::text as "plannedHours",
    g."modulePlan", g."moduleFact", g."bracketPlan", g."bracketFact", ${idleHours("m.id", LAST_WORKDAY)} as "idleHours",
    (select w.day::text from object_workdays w where w.object_id = m.id and w.ordinal =
      (select t.ordinal from object_workdays t where t.object_id = m.id and t.day <= m.today order by t.day desc limit 1)
      + pace.days::int and pace.days <= ${MAX_WORKDAYS_AHEAD}) as "forecastDate",
    (select coalesce(json_object_agg(w.kind, w.number), '{}') from waiting w) as decisions,
    (select count(*)::int from tasks t where ${IN_HAND}) as tasks,
    (select count(*)::int from tasks t join objects x on x.id = t.object_id where ${IN_HAND}
      and t.deadline = ${dayText("$1::timestamptz", "x")}) as "tasksToday",
    (select count(*)::int from notifications n where n.user_id = $2::int and n.read_at is null
      and ${readableSql({ own: "$8", working: "$9", bound: "$10", held: "$11" })}) as unread
  from (select 1) as always
  left join shown m on true
  left join lateral (
    select trim_scale(coalesce(sum(x.plan_qty) filter (where w.work_group = 'module'), 0))::text as "modulePlan",
      trim_scale(coalesce(sum(f.done) filter (where w.work_group = 'module'), 0))::text as "moduleFact",
      trim_scale(coalesce(sum(x.plan_qty) filter (where w.work_group = 'bracket'), 0))::text as "bracketPlan",
      trim_scale(coalesce(sum(f.done) filter (where w.work_group = 'bracket'), 0))::text as "bracketFact"
    from object_work_sums x cross join lateral (
      select case when ${isObserved("m.id", "$7")} then x.confirmed_qty else x.fact_qty end as done) f
    join work_types w on w.id = x.work_type_id where x.object_id = m.id) g on true
  left join lateral (
    select least(ceil((m.plan_hours - m.earned_hours) / nullif(round(avg(d.hours), 4), 0)),
      ${MAX_WORKDAYS_AHEAD + 1}) as days
    from (
      select x.day, sum(x.hours) as hours from object_day_sums x where x.object_id = m.id and x.day < m.today
      group by x.day having sum(x.hours) > 0 order by x.day desc limit ${PACE_SHIFTS}) d
    where d.day >= m.today - ${SHIFTS_WITHIN_DAYS}
    having count(*) >= ${FEWEST_DAYS} and bool_or(d.day >= coalesce((
      select w.day from object_workdays w where w.object_id = m.id and w.day < m.today
      order by w.day desc offset ${RESAMPLED_SHIFTS - 1} limit 1), '-infinity')
      and exists (select from object_workdays w where w.object_id = m.id and w.day = d.day))) pace on true`;

const OF_EVERY_OBJECT = statement("true");
const OF_OWN_OBJECTS = statement("o.id = any (array(select unnest($8::int[])))");

/** The user's overview: visible objects, the furthest behind first, and counts of what waits for the user. */
export const getDashboard = query({
  name: "dashboard.get",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  read: async (ctx): Promise<Dashboard> => {
    const actor = personOf(ctx);
    const readable = readableBy(actor);
    const takes = reachOver(actor, "task.execute", ["assignee"]);
    const rows = await ctx.db.read<Row>(readable.own === null ? OF_EVERY_OBJECT : OF_OWN_OBJECTS, [
      ctx.now.toISOString(),
      actor.id,
      reachOf(actor, DECIDED_BY),
      peopleOf(actor),
      takes.everywhere,
      takes.objectIds,
      observedIds(actor),
      readable.own,
      readable.working,
      readable.bound,
      readable.held,
    ]);
    const [first] = rows;
    const listed = rows.filter((row) => row.id !== null);
    const hero = listed[0] === undefined ? null : await readDashboard(ctx, listed[0].id);
    return {
      objects: listed.map((row) => presentRow(actor, row)),
      objectsTotal: listed[0]?.total ?? 0,
      hero,
      waiting: {
        decisions: ofEveryKind(first?.decisions ?? {}),
        unread: first?.unread ?? 0,
        tasks: first?.tasks ?? 0,
        tasksToday: first?.tasksToday ?? 0,
      },
    };
  },
});

function ofEveryKind(counted: Row["decisions"]): Record<ApprovalKind, number> {
  const numbers = APPROVAL_KINDS.map((kind) => [kind, counted[kind] ?? 0] as const);
  return Object.fromEntries(numbers) as Record<ApprovalKind, number>;
}

function presentRow(actor: UserActor, row: Row): DashboardObject {
  const pct = percentOf(row.earnedHours, row.planHours);
  const plannedPct = row.plannedHours === null ? null : percentOf(row.plannedHours, row.planHours);
  const observer = limitOn(actor, "object.view", { objectId: row.id }) === "observer";
  const done = big(row.earnedHours).gte(row.planHours);
  const forecastDate = observer || done ? null : row.forecastDate;
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    status: row.status,
    deadline: row.deadline,
    pct,
    plannedPct,
    health: healthOf(pct, plannedPct),
    modules: { plan: row.modulePlan, fact: row.moduleFact, pct: percentOf(row.moduleFact, row.modulePlan) },
    brackets: {
      plan: row.bracketPlan,
      fact: row.bracketFact,
      pct: percentOf(row.bracketFact, row.bracketPlan),
    },
    forecastDate,
    ...(seesDayShifts(actor, row.id) ? { idleHours: row.idleHours } : {}),
    lateDays:
      forecastDate === null || row.deadline === null
        ? null
        : dayNumber(forecastDate) - dayNumber(row.deadline),
  };
}
