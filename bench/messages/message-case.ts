import type { Database } from "@stsphera/db";
import type { Deliverer } from "@stsphera/core/deliveries";
import type { RelayDeps } from "@stsphera/core/notify";
import type { StandIn } from "./stand-in.ts";

/** What the cases share: the large database, a relay, a deliverer over the stand-in, and a clock that they set. */
export type Stage = {
  db: Database;
  relay: RelayDeps;
  deliverer: Deliverer;
  standIn: StandIn;
  warn: (message: string, error: unknown) => void;
  setClock(now: Date): void;
};

/** A line of the result: what was measured, its target, and whether it was reached. */
export type Measured = { what: string; figure: string; target: string; reached: boolean };

export type MessageCase = { name: string; measure(stage: Stage): Promise<Measured[]> };

/** A figure that must not be above its target. */
export const atMost = (what: string, value: number, target: number, unit: string): Measured => ({
  what,
  figure: `${Number(value.toFixed(unit === "s" ? 2 : 0))} ${unit}`.trim(),
  target: `≤ ${target} ${unit}`.trim(),
  reached: value <= target,
});

/** A figure that must not be below its target. */
export const atLeast = (what: string, value: number, target: number, unit: string): Measured => ({
  what,
  figure: `${Number(value.toFixed(1))} ${unit}`.trim(),
  target: `≥ ${target} ${unit}`.trim(),
  reached: value >= target,
});

/** Milliseconds that work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
