import type { FactForm } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import { TODAY, type World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

type Cell = { id: number; plan: string; done: string; left: string };
type Entry = { cell: number; date: string; quantity: string };

/** Lines are the cells with a remainder or with an entry of today, computed from single entries of the ledger. */
export async function checkFactForm({ sql }: World, { path }: Wish, answer: unknown): Promise<string[]> {
  const form = answer as FactForm;
  const objectId = Number(path.split("/").at(-2));
  const { problems, same } = createComparison();
  const cells = await sql<Cell[]>`
    select v.id, trim_scale(v.plan_qty)::text as plan, trim_scale(coalesce(sum(e.quantity), 0))::text as done,
      trim_scale(greatest(v.plan_qty - coalesce(sum(e.quantity), 0), 0))::text as left
    from floor_volumes v left join daily_plan_fact e on e.floor_volume_id = v.id and e.status <> 'parked'
    where v.object_id = ${objectId} group by v.id order by v.id`;
  const live = await sql<Entry[]>`
    select e.floor_volume_id as cell, e.date::text as date, trim_scale(e.quantity)::text as quantity
    from daily_plan_fact e where e.object_id = ${objectId} and e.kind = 'work' and e.status <> 'parked'
      and e.id not in (select reverses_id from daily_plan_fact where reverses_id is not null)
    order by e.date desc, e.id desc`;
  const today = new Set(live.filter(({ date }) => date === TODAY).map(({ cell }) => cell));
  const all = cells.filter(({ id, left }) => left !== "0" || today.has(id));
  const lines = form.lines.toSorted((a, b) => a.floorVolumeId - b.floorVolumeId);
  const shown = new Set(lines.map(({ floorVolumeId }) => floorVolumeId));
  const open = all.filter(({ id }) => shown.has(id));
  same("how many lines", form.lines.length + form.othersCount, all.length);
  same("the day", [form.date, form.today], [TODAY, TODAY]);
  same(
    "the lines",
    lines.map(({ floorVolumeId, planTotal, done, remaining }) => [floorVolumeId, planTotal, done, remaining]),
    open.map(({ id, plan, done, left }) => [id, plan, done, left]),
  );
  const weekAgo = new Date(Date.parse(TODAY) - 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const newest = (id: number) =>
    live.find(({ cell, date }) => cell === id && date < TODAY && date >= weekAgo);
  same(
    "what was done last",
    lines.map(({ floorVolumeId, yesterday }) => [floorVolumeId, yesterday?.date, yesterday?.quantity]),
    open.map(({ id }) => [id, newest(id)?.date, newest(id)?.quantity]),
  );
  return problems;
}
