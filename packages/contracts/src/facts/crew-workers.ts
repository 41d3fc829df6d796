type Crew = { readonly size: number } | undefined;

/**
 * How many people an entry has after another crew is chosen: a number that was set, or that of the day before, stays;
 * the size of the former crew gives way to that of the new one.
 */
export function keptWorkers(workers: number | null, former: Crew, next: Crew): number | null {
  if (next === undefined) return null;
  return workers === null || workers === former?.size ? next.size : workers;
}
