import { spreadOf } from "../measure/statistics.ts";

/** How long a route took, in ms, for an id of another object and for one that does not exist. */
export type Pair = { what: string; foreign: number; absent: number; status: number };

export type Trial = { what: string; ask: (id: number) => Promise<{ status: number }>; foreign: number };

const ABSENT = 1_999_999_999;
const WARM = 20;

/** Medians of `times` requests each, taken in turns so that other work of the machine falls on both. */
export async function measurePair({ what, ask, foreign }: Trial, times: number): Promise<Pair> {
  const ids = { foreign, absent: ABSENT };
  const spent: Record<keyof typeof ids, number[]> = { foreign: [], absent: [] };
  const statuses = new Set<number>();
  for (let at = -WARM; at < times; at += 1) {
    const order = at % 2 === 0 ? (["foreign", "absent"] as const) : (["absent", "foreign"] as const);
    for (const kind of order) {
      const began = performance.now();
      const { status } = await ask(ids[kind]);
      const took = performance.now() - began;
      statuses.add(status);
      if (at >= 0) spent[kind].push(took);
    }
  }
  const [status = 0, ...others] = statuses;
  if (others.length > 0) throw new Error(`${what} answers ${[status, ...others].join(" and ")}`);
  return { what, status, foreign: spreadOf(spent.foreign).median, absent: spreadOf(spent.absent).median };
}
