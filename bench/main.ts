import { availableParallelism, cpus, totalmem } from "node:os";
import { closeSync, openSync } from "node:fs";
import { CASES } from "./cases/index.ts";
import { benchMessages, MESSAGE_CASE_NAMES } from "./messages/index.ts";
import { type CaseResult, runCase } from "./measure/run-case.ts";
import { type BenchOptions, readOptions, USAGE } from "./options.ts";
import { summaryOf } from "./report/summary.ts";
import { tableOf } from "./report/tables.ts";
import { openWorlds } from "./world/open-worlds.ts";

async function bench(options: BenchOptions): Promise<void> {
  const chosen = CASES.filter(({ name }) => options.only === undefined || name === options.only);
  const withMessages = options.only === undefined || MESSAGE_CASE_NAMES.includes(options.only);
  const names = [...CASES.map(({ name }) => name), ...MESSAGE_CASE_NAMES];
  if (chosen.length === 0 && !withMessages) throw new Error(`--only takes ${names.join(", ")}`);
  const memory = Math.round(totalmem() / 2 ** 30);
  const cpu = cpus()[0]?.model ?? "unknown";
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpu}), ${memory} GiB, ` +
      `Node ${process.versions.node}, ${options.rounds} rounds of ${options.seconds} s, ` +
      `${options.connections} connections.\n`,
  );
  const opened = await openWorlds(options.sizes, options.data, (line) => console.error(line));
  const log = openSync(opened.logFile, "w");
  const results: CaseResult[] = [];
  try {
    for (const one of chosen) {
      const worlds = (one.writes ?? one.prepare) ? opened.copies : opened.worlds;
      for (const world of worlds) await one.prepare?.(world);
      const result = await runCase(one, worlds, { ...options, log });
      results.push(result);
      console.log(`${tableOf(result)}\n`);
    }
    if (results.length > 0) console.log(summaryOf(results));
    const large = opened.copies.find(({ size }) => size === "L");
    if (withMessages && large !== undefined)
      await benchMessages(large, options.only, (text) => console.log(text));
  } finally {
    closeSync(log);
    await opened.close();
  }
}

const options = readOptions(process.argv.slice(2));
if (options === "help") console.log(USAGE);
else await bench(options);
