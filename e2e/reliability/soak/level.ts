import { type Claim, claim } from "../support/report.ts";
import { type Sample, type Samples, WATCHED } from "./sampler.ts";

type Kind = keyof Sample;

/** Allowed growth of the last third over the two before: a share, and an absolute amount. */
const ALLOWED: Record<Kind, { share: number; amount: number; unit: string }> = {
  memoryMb: { share: 0.1, amount: 8, unit: "MB" },
  handles: { share: 0.05, amount: 4, unit: "handles" },
  connections: { share: 0, amount: 2, unit: "connections" },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Medians of the first, middle and last third. */
function thirds(values: readonly number[]): [number, number, number] {
  const third = Math.floor(values.length / 3);
  return [
    median(values.slice(0, third)),
    median(values.slice(third, 2 * third)),
    median(values.slice(2 * third)),
  ];
}

/**
 * True when the last third holds no more than one of the two before. The first counts, too, because memory freed in the
 * middle and allocated again is no growth.
 */
export function levelledOff(kind: Kind, values: readonly number[]): boolean {
  const [first, middle, last] = thirds(values);
  const { share, amount } = ALLOWED[kind];
  return last <= Math.max(first, middle) * (1 + share) + amount;
}

/** The figures of every service, and whether each levelled off. */
export function judge(samples: Samples): { figures: Record<string, string>; claims: Claim[] } {
  const figures: Record<string, string> = {};
  const claims: Claim[] = [];
  for (const name of WATCHED) {
    const growing: string[] = [];
    for (const kind of ["memoryMb", "handles", "connections"] as const) {
      const values = samples[name].map((sample) => sample[kind]);
      const { unit } = ALLOWED[kind];
      const shown = thirds(values).map((value) => value.toFixed(0));
      figures[`${name}: ${unit}, median of each third (highest)`] =
        `${shown.join(" → ")} (${Math.max(...values).toFixed(0)})`;
      if (!levelledOff(kind, values)) growing.push(unit);
    }
    claims.push(
      claim(
        `${name} levels off${growing.length === 0 ? "" : `; growing: ${growing.join(", ")}`}`,
        growing.length === 0,
      ),
    );
  }
  return { figures, claims };
}
