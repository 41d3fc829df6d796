/** Something somebody did, at its moment. */
export type Act = { at: Date; run: () => Promise<void> };

/** Plays acts one after the other in the order of time; of two at one moment the earlier in the list comes first. */
export async function play(acts: readonly Act[]): Promise<void> {
  const inOrder = acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const act of inOrder) await act.run();
}
