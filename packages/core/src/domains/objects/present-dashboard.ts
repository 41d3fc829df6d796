import { type Actor, can, limitOn, rolesOn } from "@stsphera/rbac";
import { dayNumber, projectWeek } from "../../kernel/index.ts";
import type {
  DashboardFacade,
  Forecast,
  ObjectDashboard,
  PlanFact,
  Rate,
  WorkGroupTotal,
} from "@stsphera/contracts";
import {
  big,
  type Decimal,
  decimal,
  facadeStateOf,
  forecastDays,
  healthOf,
  paceOf,
  percentOf,
  quotient,
  roundHalfUp,
  remainingOf,
  trimmed,
} from "../calculation/index.ts";
import { seesDayShifts } from "./sees-day-shifts.ts";
import { SITE_ROLES } from "./site-roles.ts";
import { PACE_SHIFTS, PROVISIONAL_MARK, type DashboardRow } from "./read-object-dashboard.ts";

/** Builds the answer from the dashboard row. An observer gets no pace and no forecast. */
export function presentDashboard(actor: Actor, row: DashboardRow): ObjectDashboard {
  const observer = limitOn(actor, "object.view", { objectId: row.id }) === "observer";
  const facades = row.facades.map(presentFacade);
  const plannedPct = plannedOf(row);
  const pct = percentOf(row.earnedHours, row.planHours);
  const remaining = remainingOf(row.planHours, row.earnedHours);
  return {
    object: {
      id: row.id,
      code: row.code,
      name: row.name,
      status: row.status,
      deadline: row.deadline,
      today: row.today,
      week: weekOf(row),
      onSite: rolesOn(actor, row.id).some((role) => SITE_ROLES.includes(role)),
    },
    progress: { pct, plannedPct, health: healthOf(pct, plannedPct) },
    modules: groupOf(row, "module", observer),
    brackets: groupOf(row, "bracket", observer),
    workTypes: row.works.map((work) => {
      const { id, code, name, unit, plan, fact, finish } = work;
      const remaining = remainingOf(plan, fact);
      const shown = { id, code, name, unit, plan, fact, pct: percentOf(fact, plan), remaining, finish };
      return observer ? shown : { ...shown, rate: rateOf(row, work) };
    }),
    facades,
    ...(observer
      ? {}
      : {
          rate: { needed: neededRate(remaining, row.workdaysLeft), reached: roundedPace(row.productive) },
          forecast: presentForecast(row, remaining),
        }),
    sinceYesterday:
      row.lastWorkday === null
        ? null
        : {
            day: row.lastWorkday,
            points: percentOf(row.yesterdayHours, row.planHours),
            modules: dayOf(row, "module", "yesterday"),
            brackets: dayOf(row, "bracket", "yesterday"),
            ...(seesDayShifts(actor, row.id) ? { shifts: row.yesterdayShifts } : {}),
            ...(can(actor, "extra.view", { objectId: row.id }) ? { planChanges: row.planChanges } : {}),
          },
    today: {
      entries: row.entriesToday,
      modules: dayOf(row, "module", "today"),
      brackets: dayOf(row, "bracket", "today"),
      points: percentOf(row.todayHours, row.planHours),
      photos: row.photosToday,
    },
    toConfirm: row.toConfirm,
  };
}

function presentFacade(facade: DashboardRow["facades"][number]): DashboardFacade {
  const pct = percentOf(facade.earnedHours, facade.planHours);
  const plannedPct = facade.plannedHours === null ? null : percentOf(facade.plannedHours, facade.planHours);
  const health = healthOf(pct, plannedPct);
  return {
    id: facade.id,
    code: facade.code,
    name: facade.name,
    pct,
    plannedPct,
    health,
    status: facadeStateOf(pct, health),
    modules: withPct(facade.modules),
    floors: facade.floors.map((floor) => ({ ...floor, accepted: "0" })),
  };
}

/** The planned per cent of the object: facades without a curve count as 0; null when none has a plan. */
function plannedOf(row: DashboardRow): Decimal | null {
  const planned = row.facades.map((facade) => facade.plannedHours);
  if (planned.every((hours) => hours === null)) return null;
  const sum = planned.reduce((total, hours) => total.plus(hours ?? 0), big(0));
  return percentOf(decimal(sum), row.planHours);
}

const withPct = ({ plan, fact }: { plan: Decimal; fact: Decimal }): PlanFact => ({
  plan,
  fact,
  pct: percentOf(fact, plan),
});

type Group = "module" | "bracket";
const worksOf = (row: DashboardRow, group: Group) => row.works.filter((work) => work.group === group);
const sumOf = (values: readonly Decimal[]) => decimal(values.reduce((sum, value) => sum.plus(value), big(0)));

function groupOf(row: DashboardRow, group: Group, observer: boolean): WorkGroupTotal {
  const works = worksOf(row, group);
  const [only, another] = works;
  const total = withPct({
    plan: sumOf(works.map((work) => work.plan)),
    fact: sumOf(works.map((work) => work.fact)),
  });
  // Works of a group may finish on different days: only of a single one there is a rate.
  return observer || only === undefined || another !== undefined
    ? total
    : { ...total, rate: rateOf(row, only) };
}

/** What a work needs a shift until its own finish, and what it reaches in the object's last ten shifts. */
function rateOf(
  row: DashboardRow,
  { plan, fact, workdaysLeft, recent }: DashboardRow["works"][number],
): Rate {
  const shifts = Math.min(row.productive.length, PACE_SHIFTS);
  return {
    needed: neededRate(remainingOf(plan, fact), workdaysLeft),
    reached: shifts === 0 ? null : quotient(big(recent), shifts, 1),
  };
}

const dayOf = (row: DashboardRow, group: Group, day: "yesterday" | "today") =>
  sumOf(worksOf(row, group).map((work) => work[day]));

/** Remaining work ÷ remaining working days, one decimal; null without remaining days or a deadline. */
export function neededRate(remaining: Decimal, workdaysLeft: number | null): Decimal | null {
  if (workdaysLeft === null || workdaysLeft <= 0) return null;
  return quotient(big(remaining), workdaysLeft, 1);
}

const roundedPace = (productive: readonly Decimal[]): Decimal | null => {
  const pace = paceOf(productive);
  return pace === null ? null : trimmed(roundHalfUp(pace, 1));
};

function presentForecast(row: DashboardRow, remaining: Decimal): Forecast {
  if (big(row.planHours).eq(0)) return { reason: "no_plan" };
  const seed = row.id * 100_003 + dayNumber(row.today);
  const ahead = forecastDays(trimmed(remaining), row.productive, row.recent, seed);
  if ("reason" in ahead) return ahead;
  const workdays = (row.ahead ?? "").split(",");
  const dated = [ahead.days, ahead.p50, ahead.p80].map((days) => workdays[days - 1]);
  const [date, p50 = null, p80 = null] = dated.map((day) => day?.replace(PROVISIONAL_MARK, ""));
  if (date === undefined) return { reason: "too_far" };
  const lateDays = row.deadline === null ? null : dayNumber(date) - dayNumber(row.deadline);
  const marked = dated.some((day) => day?.endsWith(PROVISIONAL_MARK) === true);
  return { date, p50, p80, lateDays, provisional: marked || row.deadlineProvisional === true };
}

/** The project week; null before the first one, and without start or deadline. */
function weekOf(row: DashboardRow): { current: number; last: number } | null {
  if (row.startDate === null || row.deadline === null) return null;
  const current = projectWeek(row.today, row.startDate);
  return current < 1 ? null : { current, last: projectWeek(row.deadline, row.startDate) };
}
