import type { ObjectDashboard } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { createComparison } from "./compare.ts";
import { slowPace } from "./slow-pace.ts";
import { slowProgress } from "./slow-progress.ts";
import { slowToday } from "./slow-today.ts";

/** Computes every figure from the ledger, the cells and the calendar. */
export async function checkObjectDashboard(world: World, wish: Wish, answer: unknown): Promise<string[]> {
  return compareDashboard(world, answer as ObjectDashboard, {
    objectId: Number(wish.path.split("/").at(-2)),
    personId: wish.personId,
  });
}

export async function compareDashboard(
  { sql }: World,
  answer: ObjectDashboard,
  { objectId, personId }: { objectId: number; personId: number | null },
): Promise<string[]> {
  const { problems, same } = createComparison();
  const progress = await slowProgress(sql, [objectId]);
  const whole = progress.find(({ facadeId }) => facadeId === null);
  if (whole === undefined) throw new Error(`object ${objectId} has no cells`);
  same("the object", answer.object.id, objectId);
  same("progress", answer.progress.pct, whole.pct);
  same("planned progress", answer.progress.plannedPct, whole.plannedPct);
  same("modules", [answer.modules.plan, answer.modules.fact], [whole.modulePlan, whole.moduleFact]);
  const facades = progress
    .filter(({ facadeId }) => facadeId !== null)
    .map(({ facadeId, pct, plannedPct, moduleFact }) => [facadeId, pct, plannedPct, moduleFact]);
  same(
    "facades",
    answer.facades.map(({ id, pct, plannedPct, modules }) => [id, pct, plannedPct, modules.fact]),
    facades.sort(([a], [b]) => Number(a) - Number(b)),
  );
  const works = await sql<{ code: string; fact: string }[]>`
    select w.code, trim_scale(sum(e.quantity))::text as fact from daily_plan_fact e
    join work_types w on w.id = e.work_type_id where e.object_id = ${objectId} and e.status <> 'parked'
    group by w.id order by w.sort`;
  const done = answer.workTypes.filter(({ fact }) => fact !== "0");
  same(
    "works",
    done.map(({ code, fact }) => [code, fact]),
    works.map(({ code, fact }) => [code, fact]),
  );
  const pace = await slowPace(sql, objectId, Number(whole.planHours) - Number(whole.earnedHours));
  same("the pace", answer.rate?.reached, pace.reached);
  same(
    "the forecast",
    answer.forecast !== undefined && "date" in answer.forecast ? answer.forecast.date : null,
    pace.date,
  );
  same(
    "since yesterday",
    [answer.sinceYesterday?.day, answer.sinceYesterday?.modules],
    [pace.lastDay, pace.lastModules],
  );
  const today = await slowToday(sql, objectId, personId);
  same("entries today", answer.today.entries, today.entries);
  same("entries to confirm", answer.toConfirm, today.toConfirm);
  return problems;
}
