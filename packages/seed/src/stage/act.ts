/** An action of a user at a point in time. */
export type Act = { at: Date; run: () => Promise<void> };

/** Runs acts in the order of time; those at the same time keep the order of the list. */
export async function play(acts: readonly Act[]): Promise<void> {
  const inOrder = acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const act of inOrder) await act.run();
}
