import type { Fact } from "@stsphera/contracts";

export type WaitingDay = { readonly date: string; readonly count: number };

/**
 * Days with entries that wait for this reader, also those that lack their photo yet, but the day that is open anyway;
 * newest first. Nobody confirms their own.
 */
export function waitingDays(facts: readonly Fact[], openDate: string, readerId: number | null): WaitingDay[] {
  const counts = new Map<string, number>();
  const waits = (fact: Fact) => fact.can?.confirm || (fact.photoDue && fact.author.id !== readerId);
  for (const fact of facts) {
    if (waits(fact) && fact.date !== openDate) counts.set(fact.date, (counts.get(fact.date) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? 1 : -1));
}
