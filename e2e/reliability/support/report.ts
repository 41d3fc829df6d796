import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../../../scripts/launch/data-folder.ts";

export type Claim = { text: string; holds: boolean };

export type Found = { figures: Record<string, number | string>; claims: Claim[] };

/** Measurements of a proof and its claims. */
export type Proof = Found & { name: string; seconds: number };

/** Runs one proof and times it. */
export async function prove(name: string, work: () => Promise<Found>): Promise<Proof> {
  const began = performance.now();
  const found = await work();
  return { name, seconds: Math.round((performance.now() - began) / 1000), ...found };
}

export const claim = (text: string, holds: boolean): Claim => ({ text, holds });

/** Claims that do not hold, as text; empty when all hold. */
export const broken = (proofs: readonly Proof[]): string[] =>
  proofs.flatMap(({ name, claims }) =>
    claims.filter((one) => !one.holds).map((one) => `${name}: ${one.text}`),
  );

export function print({ name, seconds, figures, claims }: Proof): void {
  console.log(`\n${name} (${seconds} s)`);
  for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${figure}`);
  for (const { text, holds } of claims) console.log(`  ${holds ? "holds " : "BROKEN"} ${text}`);
}

const page = join(root, "docs/reliability.md");

function markdown(proofs: readonly Proof[]): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  const head = `Measured ${day} on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${memory} GB, Node ${process.versions.node}.`;
  const tables = proofs.map(({ name, seconds, figures, claims }) =>
    [
      `**${name}** (${seconds} s)`,
      "",
      "| figure | |",
      "|---|---|",
      ...Object.entries(figures).map(([what, figure]) => `| ${what} | ${figure} |`),
      "",
      ...claims.map(({ text, holds }) => `- ${holds ? "holds" : "**broken**"}: ${text}`),
    ].join("\n"),
  );
  return [head, ...tables].join("\n\n");
}

/** Writes the figures between the markers of `part` in docs/reliability.md. */
function record(part: string, proofs: readonly Proof[]): void {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const text = existsSync(page) ? readFileSync(page, "utf8") : "# Reliability\n";
  const block = `${begin}\n\n${markdown(proofs)}\n\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  const next =
    from < 0 || to < 0
      ? `${text.trimEnd()}\n\n${block}\n`
      : text.slice(0, from) + block + text.slice(to + end.length);
  const draft = `${page}.${process.pid}`;
  writeFileSync(draft, next);
  renameSync(draft, page);
  execFileSync(join(root, "node_modules/.bin/oxfmt"), [page]);
}

/** Prints everything; the exit code tells whether all claims hold. */
export function conclude(part: string, proofs: readonly Proof[], recording: boolean): void {
  if (recording) record(part, proofs);
  const failed = broken(proofs);
  for (const line of failed) console.error(`BROKEN ${line}`);
  console.log(failed.length === 0 ? "\nEvery claim holds." : `\n${failed.length} claims do not hold.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
