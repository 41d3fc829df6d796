import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tally } from "./load.ts";
import { home } from "./system.ts";

export type Row = { what: string; found: string; holds: boolean };

export const row = (what: string, holds: boolean, ...found: string[]): Row => ({
  what,
  found: found.join("; "),
  holds,
});

export const requests = ({ reads, writes, uploads, lost, slowestMs }: Tally): string =>
  `${reads} reads, ${writes} writes, ${uploads} uploads, ${lost.length} lost, slowest answer ${slowestMs} ms`;

/** Prints the table, and keeps it in the drill's folder. */
export function conclude(rows: readonly Row[], standIns: readonly string[]): void {
  const text = [
    `Measured ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    "",
    "| step | found | |",
    "| --- | --- | --- |",
    ...rows.map(({ what, found, holds }) => `| ${what} | ${found} | ${holds ? "holds" : "**broken**"} |`),
    "",
    ...standIns.map((line) => `- ${line}`),
    "",
  ].join("\n");
  writeFileSync(join(home, "table.md"), text);
  console.log(`\n${text}`);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
}
