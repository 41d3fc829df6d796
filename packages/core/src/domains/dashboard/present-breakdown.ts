import type { LateTask, ObjectBreakdown, ObjectDashboard, PartPace, Rate } from "@stsphera/contracts";
import { dayNumber } from "../../kernel/index.ts";
import { big, decimal, healthOf, maxBig, percentOf, quotient, remainingOf } from "../calculation/index.ts";
import { neededRate } from "../objects/index.ts";
import { facadeNamedIn } from "./facade-named-in.ts";
import type { BreakdownRow, PartRow } from "./read-breakdown.ts";

/** Joins the dashboard's own figures with what they are made of, so that no number is computed twice. */
export function presentBreakdown(
  dashboard: ObjectDashboard,
  row: BreakdownRow,
  tasks: boolean,
): ObjectBreakdown {
  const { object, progress, rate, forecast } = dashboard;
  const sum = (of: (part: PartRow) => string) =>
    decimal(row.facades.reduce((total, part) => total.plus(of(part)), big(0)));
  const plan = sum((part) => part.plan);
  const earned = sum((part) => part.earned);
  const shown = { object, row, plan, observer: forecast === undefined };
  const ofWorks = new Map(row.works.map((part) => [part.id, part]));
  const ofFacades = new Map(row.facades.map((part) => [part.id, part]));
  const { id, name, status, today, deadline } = object;
  return {
    object: { id, name, status, today, deadline },
    progress,
    hours: { plan, earned, remaining: remainingOf(plan, earned) },
    works: dashboard.workTypes.flatMap((work) => {
      const part = ofWorks.get(work.id);
      if (part === undefined) return [];
      const { code, unit, fact, remaining, rate: ofWork } = work;
      const named = { id: work.id, code, name: work.name, pct: work.pct };
      return [{ ...named, unit, plan: work.plan, fact, remaining, ...presentPart(shown, part, ofWork) }];
    }),
    facades: dashboard.facades.flatMap((facade) => {
      const part = ofFacades.get(facade.id);
      if (part === undefined) return [];
      const { code, pct, plannedPct, health } = facade;
      const ownPart = presentPart(shown, part, undefined);
      return [{ ...ownPart, id: facade.id, code, name: facade.name, pct, plannedPct, health }];
    }),
    ...(forecast === undefined || rate === undefined
      ? {}
      : {
          forecast: {
            forecast,
            rate,
            shiftsLeft: row.workdaysLeft,
            daysOff: daysOff(object, row.workdaysLeft),
            shifts: row.shifts,
          },
        }),
    ...(tasks ? { lateTasks: { total: row.lateTotal, items: presentTasks(dashboard, row) } } : {}),
  };
}

type Shown = {
  object: ObjectDashboard["object"];
  row: BreakdownRow;
  plan: string;
  observer: boolean;
};

function presentPart(shown: Shown, part: PartRow, rate: Rate | undefined) {
  const { plan, planned, earned, finish } = part;
  const pct = percentOf(earned, plan);
  const plannedPct = planned === null ? null : percentOf(planned, plan);
  const points = planned === null ? null : percentOf(decimal(big(earned).minus(planned)), shown.plan);
  const share = {
    weight: percentOf(plan, shown.plan),
    plannedPct,
    health: healthOf(pct, plannedPct),
    points,
  };
  return { ...share, finish, ...(shown.observer ? {} : { pace: paceOf(shown, part, rate) }) };
}

/** The pace over the object's last ten shifts, idle ones of this part included: the parts then add up to the whole. */
function paceOf({ row }: Shown, part: PartRow, rate: Rate | undefined): PartPace {
  const shifts = row.shifts.length;
  const remaining = big(part.plan).minus(part.earned);
  const reached = shifts === 0 ? null : big(part.recent).div(shifts);
  const { workdaysLeft, finish, worked } = part;
  const done = remaining.lte(0);
  const days = done || reached === null || reached.lte(0) ? null : Number(remaining.div(reached).round(0, 3));
  const date = days === null ? null : ((row.ahead ?? "").split(",")[days - 1] ?? null);
  const byFinish = big(workdaysLeft ?? 0).times(reached ?? 0);
  const own = {
    needed: neededRate(decimal(remaining), workdaysLeft),
    reached: reached === null ? null : quotient(big(part.recent), shifts, 1),
  };
  return {
    ...(rate ?? own),
    shiftsLeft: workdaysLeft,
    worked,
    date: date === "" ? null : date,
    lateDays: !date || finish === null ? null : dayNumber(date) - dayNumber(finish),
    shortHours: finish === null ? "0" : decimal(maxBig(remaining.minus(byFinish), big(0)).round(1)),
  };
}

function daysOff({ deadline, today }: ObjectDashboard["object"], workdaysLeft: number | null): number | null {
  if (deadline === null || workdaysLeft === null || deadline < today) return null;
  return dayNumber(deadline) - dayNumber(today) - workdaysLeft;
}

const presentTasks = ({ facades }: ObjectDashboard, { lateTasks }: BreakdownRow): LateTask[] =>
  lateTasks.map((task) => ({ ...task, facadeId: facadeNamedIn(task.title, facades)?.id ?? null }));
