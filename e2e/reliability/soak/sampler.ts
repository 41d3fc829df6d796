import { readdirSync, readFileSync } from "node:fs";
import type { ServiceName } from "../../../scripts/launch/services.ts";
import type { Running } from "../support/running.ts";

/** Resources of a service at one moment. */
export type Sample = { memoryMb: number; handles: number; connections: number };

export const WATCHED = ["api", "bot", "scheduler", "front-door"] as const satisfies ServiceName[];
type Watched = (typeof WATCHED)[number];
export type Samples = Record<Watched, Sample[]>;

function ofProcess(pid: number): Omit<Sample, "connections"> {
  const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return { memoryMb: Number(rss) / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** Database connections by service name; the scheduler's job runner is counted with it. */
async function connections({ sql }: Running): Promise<Map<string, number>> {
  const rows = await sql<{ service: string; open: number }[]>`
    select case application_name when 'stsphera-jobs' then 'scheduler'
        else replace(application_name, 'stsphera-', '') end as service, count(*)::int as open
    from pg_stat_activity where application_name like 'stsphera-%' group by 1`;
  return new Map(rows.map((row) => [row.service, row.open]));
}

/** Samples every service at this interval until stopped. */
export function sampleServices(running: Running, everyMs: number) {
  const samples: Samples = { api: [], bot: [], scheduler: [], "front-door": [] };
  const failures: unknown[] = [];
  const pids = new Map(WATCHED.map((name) => [name, running.system.pid(name)]));

  async function look(): Promise<void> {
    const open = await connections(running);
    for (const name of WATCHED) {
      const pid = running.system.pid(name);
      if (pid !== undefined) samples[name].push({ ...ofProcess(pid), connections: open.get(name) ?? 0 });
    }
  }
  const timer = setInterval(() => {
    look().catch((error: unknown) => void failures.push(error));
  }, everyMs);

  return {
    samples,
    failures,
    /** Services whose process has changed: they died meanwhile. */
    restarted: () => WATCHED.filter((name) => running.system.pid(name) !== pids.get(name)),
    stop: () => clearInterval(timer),
  };
}
