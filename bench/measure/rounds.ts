import type { Contender, Sample } from "./contender.ts";

export type Measured = Pick<Contender, "kind" | "size"> & { samples: Sample[] };

/** Warm-up in seconds, until hot code is compiled as in a long-running process. */
const WARM_UP_SECONDS = 3;

/** Runs the contenders in turn, round after round, each round starting with another one. */
export async function runRounds(
  contenders: readonly Contender[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured[]> {
  const measured = contenders.map(({ kind, size }) => ({ kind, size, samples: [] as Sample[] }));
  for (const contender of contenders) await contender.run(WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (turn + round) % contenders.length;
      const sample = await contenders[at]?.run(seconds);
      const mine = measured[at];
      if (sample !== undefined && mine !== undefined) mine.samples[round] = sample;
    }
  }
  return measured;
}
