import type { Dashboard } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { compareDashboard } from "./check-object-dashboard.ts";
import { createComparison } from "./compare.ts";
import { slowProgress } from "./slow-progress.ts";
import { slowToday } from "./slow-today.ts";

const SHOWN = 10;

/** Computes all objects of the user from the ledger and ranks them. */
export async function checkDashboard(world: World, { personId }: Wish, answer: unknown): Promise<string[]> {
  const { sql, directorId } = world;
  const dashboard = answer as Dashboard;
  const { problems, same } = createComparison();
  const mine = await sql<{ id: number; status: string }[]>`
    select id, status from objects where status not in ('closed', 'archived')
      and (${personId === directorId} or id in (select object_id from object_roles where user_id = ${personId}))`;
  const measured = (
    await slowProgress(
      sql,
      mine.map(({ id }) => id),
    )
  ).filter(({ facadeId }) => facadeId === null);
  const ranked = mine
    .map((object) => ({ ...object, ...measured.find(({ objectId }) => objectId === object.id) }))
    .sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || lagOf(b) - lagOf(a) || a.id - b.id);
  same("the number of objects", dashboard.objectsTotal, ranked.length);
  same(
    "the objects",
    dashboard.objects.map(({ id, pct, plannedPct, modules }) => [id, pct, plannedPct, modules.fact]),
    ranked
      .slice(0, SHOWN)
      .map(({ id, pct, plannedPct, moduleFact }) => [id, pct ?? null, plannedPct ?? null, moduleFact ?? "0"]),
  );
  const [unread] = await sql<{ count: number }[]>`
    select count(*)::int as count from notifications where user_id = ${personId} and read_at is null`;
  same("unread", dashboard.waiting.unread, unread?.count);
  const held = await sql<{ id: number }[]>`
    select distinct object_id as id from object_roles where user_id = ${personId}`;
  const waiting = await Promise.all(held.map(({ id }) => slowToday(sql, id, personId)));
  const toConfirm = waiting.reduce((sum, one) => sum + one.toConfirm, 0);
  same("facts to confirm", dashboard.waiting.decisions.fact_days, toConfirm);
  const [first] = ranked;
  if (first === undefined || dashboard.hero === null) return [...problems, "nobody is furthest behind"];
  return [...problems, ...(await compareDashboard(world, dashboard.hero, { objectId: first.id, personId }))];
}

const isRunning = ({ status }: { status: string }) => ["active", "completing", "on_hold"].includes(status);

/** Share of the plan that is behind; objects without a plan come last. */
function lagOf({ planned, earnedHours, planHours }: Lag): number {
  return planHours === undefined
    ? -Infinity
    : (Number(planned ?? 0) - Number(earnedHours)) / Number(planHours);
}
type Lag = { planned?: string | null; earnedHours?: string; planHours?: string };
