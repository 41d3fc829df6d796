import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { row, type Row } from "../support/table.ts";
import { run, succeed } from "../support/shell.ts";
import { home, prefix } from "../support/system.ts";

/** A release as deploy takes it. */
export type Release = { revision: string; json: string };

/** Builds and pushes every image of a revision with the product's Dockerfile, by the script that CI calls. */
export async function buildImages(revision: string, rows: Row[], again: boolean): Promise<Release> {
  const kept = join(home, `${revision}.json`);
  if (!again && existsSync(kept)) return { revision, json: readFileSync(kept, "utf8") };
  const { code, output, seconds } = await run("build", [prefix, revision]);
  const json = output.trim().split("\n").at(-1) ?? "";
  if (code !== 0 || !json.startsWith("{"))
    throw new Error(`The images were not built:\n${output.slice(-3000)}`);
  writeFileSync(kept, json);
  rows.push(row(`images of ${revision} built and pushed by digest`, true, `${seconds} s`));
  return { revision, json };
}

/** A release whose API is another program than the good one's. */
export async function spoilt(good: Release, revision: string, command: string): Promise<Release> {
  const api = (JSON.parse(good.json) as Record<string, string>)["api"];
  const image = `${prefix}/api:${revision}`;
  const dockerfile = `FROM ${api}\nCMD ["node", "-e", ${JSON.stringify(command)}]\n`;
  await succeed("engine", ["in", "builder", "docker", "build", "--quiet", "--tag", image, "-"], dockerfile);
  await succeed("engine", ["in", "builder", "docker", "push", "--quiet", image]);
  const format = "--format={{range .RepoDigests}}{{println .}}{{end}}";
  const digest = await succeed("engine", ["in", "builder", "docker", "image", "inspect", format, image]);
  const named = digest.split("\n").find((line) => line.startsWith(`${prefix}/api@`));
  return { revision, json: JSON.stringify({ ...JSON.parse(good.json), revision, api: named }) };
}
