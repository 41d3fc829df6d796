import type { FloorVolumePage } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

const PAGE = 50;

type Cell = { id: number; floor: number; facade: number; work: number; plan: string; done: string };

/** Fetches and sorts all cells; quantities done come from the ledger. */
export async function checkFloorVolumes({ sql }: World, { path }: Wish, answer: unknown): Promise<string[]> {
  const page = answer as FloorVolumePage;
  const objectId = Number(path.split("/").at(-2));
  const { problems, same } = createComparison();
  const cells = await sql<Cell[]>`
    select v.id, fl.sort as floor, fa.sort as facade, w.sort as work, trim_scale(v.plan_qty)::text as plan,
      trim_scale(coalesce((select sum(e.quantity) from daily_plan_fact e where e.floor_volume_id = v.id), 0))::text as done
    from floor_volumes v join floors fl on fl.id = v.floor_id join facades fa on fa.id = v.facade_id
    join work_types w on w.id = v.work_type_id where v.object_id = ${objectId}`;
  const expected = cells
    .toSorted((a, b) => a.floor - b.floor || a.facade - b.facade || a.work - b.work || a.id - b.id)
    .slice(0, PAGE);
  same(
    "the page",
    page.items.map(({ id, planQty, factQty }) => [id, planQty, factQty]),
    expected.map(({ id, plan, done }) => [id, plan, done]),
  );
  same("there being more", page.nextCursor !== null, cells.length > PAGE);
  return problems;
}
