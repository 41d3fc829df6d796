import { fromMilli, toMilli } from "../format/thousandths.ts";

/** Per cent of the plan. */
export const DEVIATION_SHARE = 15;

/** True for a quantity that is more than 15 % off the plan of its day; without a plan nothing deviates. */
export function isOffPlan(quantity: string, plan: string | null): boolean {
  if (plan === null) return false;
  const planned = toMilli(plan);
  return planned > 0 && Math.abs(toMilli(quantity) - planned) * 100 > planned * DEVIATION_SHARE;
}

type DayEntry = { id: number; floorVolumeId: number; quantity: string; planQty: string | null };

/**
 * Cells whose entries of a day add up to more than 15 % off the plan that the first of them was entered against.
 * @param entries all entries of the day that count, decided on or not
 */
export function deviatingCells(entries: readonly DayEntry[]): ReadonlySet<number> {
  const cells = Map.groupBy(
    entries.toSorted((a, b) => a.id - b.id),
    ({ floorVolumeId }) => floorVolumeId,
  );
  const off = [...cells].filter(([, of]) => {
    const sum = of.reduce((total, { quantity }) => total + toMilli(quantity), 0);
    return isOffPlan(fromMilli(sum), of[0]?.planQty ?? null);
  });
  return new Set(off.map(([cell]) => cell));
}

type WaitingEntry = DayEntry & { kind: string; status: string; can?: { confirm: boolean } | undefined };

/**
 * What «Подтвердить день» takes of a day's entries: `usual` are confirmed by one press, `off` may be confirmed too but
 * belong to cells that deviate from the plan.
 * @param entries all entries of the day that count
 */
export function confirmable(entries: readonly WaitingEntry[]): { usual: number; off: number } {
  const counted = entries.filter(({ kind, status }) => kind === "work" && status !== "parked");
  const cells = deviatingCells(counted);
  const ready = counted.filter(({ can }) => can?.confirm === true);
  const off = ready.filter(({ floorVolumeId }) => cells.has(floorVolumeId)).length;
  return { usual: ready.length - off, off };
}
