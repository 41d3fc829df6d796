import type { Fact } from "@stsphera/contracts";

export type WaitingDay = { readonly date: string; readonly count: number };

/** Days with entries that this reader may confirm, but the one that is open anyway; newest first. */
export function waitingDays(facts: readonly Fact[], openDate: string): WaitingDay[] {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    if (fact.can?.confirm && fact.date !== openDate) counts.set(fact.date, (counts.get(fact.date) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? 1 : -1));
}
