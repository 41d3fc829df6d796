import type { World } from "../../../../testing/index.ts";

/** What is derived from an object's calendar: its working days and its plan curves. */
export type Derived = { days: unknown[]; curve: unknown[]; total: unknown[] };
export async function derivedOf(world: World, objectId: number): Promise<Derived> {
  const read = (text: string) => world.db.read<object>(text, [objectId]);
  return {
    days: await read(
      "select day::text, ordinal, provisional from object_workdays where object_id = $1 order by day",
    ),
    curve: await read(
      "select facade_id, day::text, hours_through::text from plan_curve where object_id = $1 order by 1, 2",
    ),
    total: await read(
      "select day::text, hours_through::text from object_plan_curve where object_id = $1 order by 1",
    ),
  };
}
