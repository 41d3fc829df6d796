import { APPROVAL_KINDS } from "@stsphera/contracts";
import type { Context } from "../../kernel/index.ts";
import {
  getDashboard,
  getFacadeMap,
  getObject,
  getObjectBreakdown,
  getObjectDashboard,
  listFacts,
  listFloorVolumes,
  listMyApprovals,
  listMyTasks,
  listObjects,
  listTasks,
} from "../../verbs.ts";
import { big, decimal } from "../../domains/calculation/index.ts";

/** A number that a read says: the same name is the same number wherever it appears. */
export type Said = { name: string; by: string; value: unknown };

const sum = (values: readonly string[]) =>
  decimal(values.reduce((total, value) => total.plus(value), big(0)));

/** Every number of an object that more than one read says to this actor. */
export async function saidNumbers(ctx: Context, objectId: number): Promise<Said[]> {
  const said: Said[] = [];
  const say = (by: string, values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values))
      if (value !== undefined) said.push({ name, by, value });
  };
  const dashboard = await getObjectDashboard.run(ctx, { objectId });
  say("object", ofDashboard(dashboard));
  const start = await getDashboard.run(ctx, {});
  if (start.hero?.object.id === objectId) say("hero", ofDashboard(start.hero));
  const row = start.objects.find(({ id }) => id === objectId);
  if (row !== undefined)
    say("start", {
      pct: row.pct,
      planned: row.plannedPct,
      health: row.health,
      modules: [row.modules.plan, row.modules.fact, row.modules.pct],
      brackets: [row.brackets.plan, row.brackets.fact, row.brackets.pct],
      date: row.forecastDate,
      late: row.lateDays,
    });
  const listed = (await listObjects.run(ctx, { limit: 200 })).items.find(({ id }) => id === objectId);
  say("list", {
    pct: listed?.progressPct,
    planned: listed?.plannedPct,
    health: listed?.health,
    overdue: listed?.overdueTasks,
  });
  const card = await getObject.run(ctx, { objectId });
  say("card", { pct: card.progressPct, overdue: card.overdueTasks });
  const why = await getObjectBreakdown.run(ctx, { objectId });
  say("why", {
    pct: why.progress.pct,
    planned: why.progress.plannedPct,
    health: why.progress.health,
    overdue: why.lateTasks?.total,
    ...Object.fromEntries(why.works.map((work) => [`work ${work.id}`, [work.plan, work.fact]])),
    ...Object.fromEntries(why.works.map((work) => [`left ${work.id}`, work.remaining])),
    ...Object.fromEntries(why.works.map((work) => [`finish ${work.id}`, work.finish])),
    ...Object.fromEntries(why.works.map((work) => [`needed ${work.id}`, work.pace?.needed])),
    ...Object.fromEntries(why.works.map((work) => [`reached ${work.id}`, work.pace?.reached])),
    ...Object.fromEntries(why.facades.map((facade) => [`facade ${facade.id}`, facade.pct])),
  });
  if (why.forecast !== undefined) {
    const { forecast } = why.forecast;
    say("why", { date: "date" in forecast ? forecast.date : null });
  }
  await sayGrid(ctx, objectId, say);
  await sayWaiting(ctx, objectId, { say, start, dashboard });
  return said;
}

type Say = (by: string, values: Readonly<Record<string, unknown>>) => void;
type ObjectDashboard = Awaited<ReturnType<typeof getObjectDashboard.run>>;
type Dashboard = Awaited<ReturnType<typeof getDashboard.run>>;

function ofDashboard({ progress, modules, brackets, workTypes, facades, forecast, tasks }: ObjectDashboard) {
  return {
    pct: progress.pct,
    planned: progress.plannedPct,
    health: progress.health,
    modules: [modules.plan, modules.fact, modules.pct],
    brackets: [brackets.plan, brackets.fact, brackets.pct],
    date: forecast === undefined || "reason" in forecast ? null : forecast.date,
    late: forecast === undefined || "reason" in forecast ? null : forecast.lateDays,
    overdue: tasks?.overdue,
    ...Object.fromEntries(workTypes.map((work) => [`work ${work.id}`, [work.plan, work.fact]])),
    ...Object.fromEntries(workTypes.map((work) => [`finish ${work.id}`, work.finish])),
    ...Object.fromEntries(workTypes.map((work) => [`needed ${work.id}`, work.rate?.needed])),
    ...Object.fromEntries(workTypes.map((work) => [`reached ${work.id}`, work.rate?.reached])),
    ...Object.fromEntries(facades.map((facade) => [`facade ${facade.id}`, facade.pct])),
  };
}

/** The grid says a work's quantities three times: as a map, as cells, and as entries. */
async function sayGrid(ctx: Context, objectId: number, say: Say): Promise<void> {
  const { facades, works } = await getFacadeMap.run(ctx, { objectId, workTypeId: "all" });
  say("map", Object.fromEntries(facades.map((facade) => [`facade ${facade.id}`, facade.pct])));
  const { items: cells } = await listFloorVolumes.run(ctx, { objectId, limit: 200 });
  const { items: entries } = await listFacts.run(ctx, { objectId, limit: 200 });
  for (const { id } of works) {
    const own = cells.filter(({ workType }) => workType.id === id);
    const fact = sum(own.map(({ factQty }) => factQty));
    say("cells", { [`work ${id}`]: [sum(own.map(({ planQty }) => planQty)), fact] });
    const map = await getFacadeMap.run(ctx, { objectId, workTypeId: id });
    const floors = map.facades.flatMap((facade) => facade.floors);
    say("map", {
      [`work ${id}`]: [sum(floors.map(({ plan }) => plan)), sum(floors.map((floor) => floor.fact))],
    });
    const entered = entries.filter(({ workType, status }) => workType.id === id && status !== "parked");
    say("entries", { [`done ${id}`]: sum(entered.map(({ quantity }) => quantity)) });
    say("cells", { [`done ${id}`]: fact });
  }
}

/** What waits is counted on the start screen and on the object, and opens as a list. */
async function sayWaiting(
  ctx: Context,
  objectId: number,
  { say, start, dashboard }: { say: Say; start: Dashboard; dashboard: ObjectDashboard },
): Promise<void> {
  const { waiting } = start;
  const { items } = await listMyApprovals.run(ctx, { limit: 200 });
  const of = (kind: string) => items.filter((item) => item.kind === kind);
  const entries = (some: typeof items) => some.reduce((total, item) => total + (item.entries ?? 1), 0);
  const numbers = APPROVAL_KINDS.map((kind) => [`waiting ${kind}`, waiting.decisions[kind]] as const);
  say("start", Object.fromEntries(numbers));
  say("approvals", {
    ...Object.fromEntries(APPROVAL_KINDS.map((kind) => [`waiting ${kind}`, entries(of(kind))])),
    toConfirmHere: entries(of("fact_days").filter((item) => item.objectId === objectId)),
  });
  say("object", { toConfirmHere: dashboard.toConfirm });
  const { items: mine } = await listMyTasks.run(ctx, { limit: 200 });
  const dueToday = (await listMyTasks.run(ctx, { due: "today", limit: 200 })).items;
  say("start", { mine: waiting.tasks, mineToday: waiting.tasksToday });
  say("my tasks", { mine: mine.length, mineToday: dueToday.length });
  if (dashboard.tasks === undefined) return;
  const { items: overdue } = await listTasks.run(ctx, { objectId, due: "overdue", limit: 200 });
  say("tasks", { overdue: overdue.length });
}
