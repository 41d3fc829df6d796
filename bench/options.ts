import { parseArgs } from "node:util";
import type { Size } from "./world/world.ts";

export type BenchOptions = {
  /** Rounds per contender. */
  rounds: number;
  /** Seconds per contender and round. */
  seconds: number;
  /** Concurrent requests. */
  connections: number;
  sizes: readonly Size[];
  /** Name of the only case to run; all by default. */
  only: string | undefined;
  /** Folder of databases to keep and reuse; a temporary one by default. */
  data: string | undefined;
  /** Folder for CPU profiles of the API. */
  profile: string | undefined;
};

export const USAGE = `pnpm bench [--quick] [--only <name>] [--size S|L] [--rounds <n>] [--seconds <n>] [--connections <n>]
           [--data <folder>] [--profile <folder>]

  --quick    three short rounds: a first impression
  --only     one case, e.g. --only fact-form
  --size     one size; growth is measured with both alone
  --connections  requests at once, eight by default; with one the latency is that of a quiet system
  --data     keep the databases in this folder and use them again (the large one takes a minute or two to make)
  --profile  write CPU profiles of the API into this folder`;

/** Parses the command line; throws on unknown arguments. */
export function readOptions(args: readonly string[]): BenchOptions | "help" {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== "--"),
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      size: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      connections: { type: "string" },
      data: { type: "string" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    rounds: positive("--rounds", values.rounds, values.quick ? 3 : 7),
    seconds: positive("--seconds", values.seconds, values.quick ? 0.7 : 2),
    connections: positive("--connections", values.connections, 8),
    sizes: sizesOf(values.size),
    only: values.only,
    data: values.data,
    profile: values.profile,
  };
}

function sizesOf(size: string | undefined): Size[] {
  if (size === undefined) return ["S", "L"];
  if (size === "S" || size === "L") return [size];
  throw new Error("--size is S or L");
}

function positive(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`${name} takes a positive number`);
}
