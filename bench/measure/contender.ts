import type { Child } from "../processes/child.ts";
import type { LoadOrder, LoadRequest } from "../processes/load-main.ts";
import type { LoadResult } from "../processes/load.ts";
import type { Size } from "../world/world.ts";

export type Kind = "api" | "floor" | "floor-without-rollups" | "database" | "http";

/** One run of one contender. */
export type Sample = {
  perSecond: number;
  /** Latencies in ms. */
  p50: number;
  p95: number;
  /** CPU time of the measured process per request, in ms. */
  cpu: number;
};

export type Contender = {
  kind: Kind;
  size: Size;
  run(seconds: number): Promise<Sample>;
};

type Served = { url: string; requests: readonly LoadRequest[]; status: number; connections: number };

/** Measures a child process over HTTP, with the load generator in a separate process. */
export function overHttp(kind: Kind, size: Size, child: Child, load: Child, served: Served): Contender {
  return {
    kind,
    size,
    run: (seconds) =>
      measured(child, () => load.ask<LoadResult>("run", { ...served, seconds } satisfies LoadOrder)),
  };
}

/** Measures a child process that sends the statements itself. */
export function withoutHttp(size: Size, child: Child, connections: number): Contender {
  return {
    kind: "database",
    size,
    run: (seconds) => measured(child, () => child.ask<LoadResult>("run", { seconds, connections })),
  };
}

async function measured(child: Child, run: () => Promise<LoadResult>): Promise<Sample> {
  const before = await child.ask<NodeJS.CpuUsage>("cpu");
  const { requests, seconds, p50, p95 } = await run();
  const after = await child.ask<NodeJS.CpuUsage>("cpu");
  const micros = after.user - before.user + (after.system - before.system);
  return { perSecond: requests / seconds, p50, p95, cpu: micros / 1000 / requests };
}
