import type { BenchCase } from "../cases/bench-case.ts";
import type { BenchOptions } from "../options.ts";
import { type Child, startChild } from "../processes/child.ts";
import type { FloorAnswer } from "../processes/floor-main.ts";
import { without } from "../processes/script.ts";
import { NOW, type World } from "../world/world.ts";
import { type Contender, overHttp, withoutHttp } from "./contender.ts";
import { rehearse, type Rehearsed } from "./rehearse.ts";
import { type Measured, runRounds } from "./rounds.ts";

export type CaseResult = {
  bench: BenchCase;
  measured: Measured[];
  facts: SizeFacts[];
};

/** Means per request: statements, unprepared statements, bytes of the answer. */
export type SizeFacts = { size: World["size"]; statements: number; unprepared: number; bytes: number };

/** Rehearses and measures a case on all worlds together, so that sizes are compared within a round. */
export async function runCase(
  bench: BenchCase,
  worlds: readonly World[],
  options: BenchOptions & { log: number },
): Promise<CaseResult> {
  const children: Child[] = [];
  const start = (name: string) => {
    const profiled = name === "api" && options.profile !== undefined;
    const child = startChild(name, {
      ...(name === "api" ? { output: options.log } : {}),
      ...(profiled ? { execArgv: ["--cpu-prof", `--cpu-prof-dir=${options.profile}`] } : {}),
    });
    children.push(child);
    return child;
  };
  try {
    const load = start("load");
    const contenders: Contender[] = [];
    const facts: SizeFacts[] = [];
    for (const world of worlds) {
      const api = start("api");
      const url = await api.ask<string>("open", { databaseUrl: world.url, now: NOW });
      const { rehearsed, unprepared } = await rehearse(bench, world, { child: api, url });
      const requests = rehearsed.map(({ request }) => request);
      const common = { status: bench.status, connections: options.connections };
      contenders.push(overHttp("api", world.size, api, load, { ...common, url, requests }));
      contenders.push(...(await rivals(bench, world, { rehearsed, load, start, ...common })));
      facts.push({ ...factsOf(world, rehearsed), unprepared });
    }
    return { bench, facts, measured: await runRounds(contenders, options) };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

type Around = {
  rehearsed: readonly Rehearsed[];
  load: Child;
  start: (name: string) => Child;
  status: number;
  connections: number;
};

/** What the API is compared with. */
async function rivals(bench: BenchCase, world: World, around: Around): Promise<Contender[]> {
  const { rehearsed, load, start, status, connections } = around;
  const { size, url: databaseUrl } = world;
  const answers = rehearsed.map(({ answer }) => answer);
  const requests = rehearsed.map(({ request }, at) => ({ ...request, path: `/${at}`, ownKey: false }));

  const floor = async (kind: "floor" | "floor-without-rollups", given: readonly FloorAnswer[]) => {
    const child = start("floor");
    const url = await child.ask<string>("open", { databaseUrl });
    await child.ask("load", given);
    return overHttp(kind, size, child, load, { url, requests, status, connections });
  };
  const contenders = [await floor("floor", answers)];
  const rollups = bench.writes?.rollups;
  if (rollups !== undefined) {
    const bare = answers.map((answer) => ({ ...answer, script: without(answer.script, rollups) }));
    contenders.push(await floor("floor-without-rollups", bare));
  }
  const database = start("database");
  await database.ask("open", { databaseUrl });
  await database.ask(
    "load",
    answers.map(({ script }) => script),
  );
  contenders.push(withoutHttp(size, database, connections));
  const http = start("bare");
  const url = await http.ask<string>("open");
  await http.ask("load", answers);
  contenders.push(overHttp("http", size, http, load, { url, requests, status, connections }));
  return contenders;
}

function factsOf({ size }: World, rehearsed: readonly Rehearsed[]): Omit<SizeFacts, "unprepared"> {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    size,
    statements: mean(rehearsed.map(({ statements }) => statements)),
    bytes: Math.round(mean(rehearsed.map(({ answer }) => answer.body.length))),
  };
}
