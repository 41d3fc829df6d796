import type { Fact } from "@stsphera/contracts";

/** Taken back, or the reversal that did it: it stays in the ledger and counts for nothing. */
export const isGone = (fact: Pick<Fact, "kind" | "reversedById">): boolean =>
  fact.kind === "reversal" || fact.reversedById !== null;
