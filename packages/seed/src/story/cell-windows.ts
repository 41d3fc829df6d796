import type { Day } from "../stage/days.ts";

/**
 * Windows of a work's cells on a facade: its working days are divided among the cells from the ground up. Cell i of n
 * gets days ⌊(i−1)·L/n⌋ … ⌈i·L/n⌉−1 of L, counted from 0.
 */
export function cellWindows(days: readonly Day[], cells: number): { planStart: Day; planFinish: Day }[] {
  return Array.from({ length: cells }, (_, at) => {
    const planStart = days[Math.floor((at * days.length) / cells)];
    const planFinish = days[Math.ceil(((at + 1) * days.length) / cells) - 1];
    if (planStart === undefined || planFinish === undefined) throw new Error("a window without working days");
    return { planStart, planFinish };
  });
}
