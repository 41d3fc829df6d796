export type LoadResult = {
  requests: number;
  seconds: number;
  /** Latencies in ms. */
  p50: number;
  p95: number;
};

/** Repeats some work for a time with a given concurrency. The first failure ends it. */
export async function repeat(
  { seconds, connections }: { seconds: number; connections: number },
  once: (turn: number) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let turn = 0;

  async function worker(): Promise<void> {
    while (performance.now() < end) {
      const from = performance.now();
      const mine = turn;
      turn += 1;
      await once(mine);
      latencies.push(performance.now() - from);
    }
  }

  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { requests: latencies.length, seconds: took, p50: at(0.5), p95: at(0.95) };
}
