import type { Kind, Sample } from "../measure/contender.ts";
import type { CaseResult } from "../measure/run-case.ts";
import { ratioOf, spreadOf } from "../measure/statistics.ts";
import type { Size } from "../world/world.ts";

export type Verdict = {
  what: string;
  ratio: number;
  target: string;
  /** Null when the floor's own results varied too much to judge. */
  reached: boolean | null;
};

const STEADY = 2;

/** The ratios of a case against its targets. */
export function verdictsOf({ bench, measured }: CaseResult): Verdict[] {
  const samplesOf = (kind: Kind, size: Size) =>
    measured.find((one) => one.kind === kind && one.size === size)?.samples;
  const sizes = (["S", "L"] as const).filter((size) => samplesOf("api", size) !== undefined);
  const steady = (size: Size) => isSteady(samplesOf("floor", size) ?? []);
  const { floor, growth, cpu } = bench.targets;
  const rollups = 1.5;

  const verdicts = sizes.flatMap((size) => {
    const api = samplesOf("api", size) ?? [];
    const bare = samplesOf("floor", size) ?? [];
    const off = samplesOf("floor-without-rollups", size);
    const share = ratioOf(api.map(perSecond), bare.map(perSecond));
    const cost = ratioOf(api.map(cpuOf), bare.map(cpuOf));
    const lines = [
      judged(`requests/s of the floor, ${size}`, share, `≥ ${floor}`, share >= floor, steady(size)),
      judged(`CPU of the floor, ${size}`, cost, `≤ ${cpu}`, cost <= cpu, steady(size)),
    ];
    if (off === undefined) return lines;
    const kept = ratioOf(bare.map(p50Of), off.map(p50Of));
    const line = judged(`rollups on ÷ off, ${size}`, kept, `≤ ${rollups}`, kept <= rollups, isSteady(off));
    return [...lines, line];
  });
  const small = samplesOf("api", "S");
  const large = samplesOf("api", "L");
  if (small === undefined || large === undefined) return verdicts;
  const grown = ratioOf(large.map(p50Of), small.map(p50Of));
  const both = steady("S") && steady("L");
  return [...verdicts, judged("latency L ÷ S", grown, `≤ ${growth}`, grown <= growth, both)];
}

const perSecond = (sample: Sample) => sample.perSecond;
const cpuOf = (sample: Sample) => sample.cpu;
const p50Of = (sample: Sample) => sample.p50;

function isSteady(samples: readonly Sample[]): boolean {
  const { min, max } = spreadOf(samples.map(perSecond));
  return max <= min * STEADY;
}

const judged = (what: string, ratio: number, target: string, holds: boolean, steady: boolean): Verdict => ({
  what,
  ratio,
  target,
  reached: steady ? holds : null,
});
