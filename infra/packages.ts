import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Packages of the registry that modules come from: `name version licence`. What is ours has none. */
export function packagesOf(modules: readonly string[]): string[] {
  const folders = modules.flatMap((module) => PACKAGE.exec(module)?.[1] ?? []);
  return [...new Set(folders)].flatMap((folder) => described(join(folder, "package.json")));
}

/** Packages that stand in a folder, side by side. */
export const packagesIn = (folder: string): string[] =>
  globSync(["*/package.json", "@*/*/package.json", "**/node_modules/{*,@*/*}/package.json"], {
    cwd: folder,
  }).flatMap((file) => described(join(folder, file)));

function described(file: string): string[] {
  if (!existsSync(file)) return [];
  const { name, version, license } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  if (typeof name !== "string" || typeof version !== "string") return [];
  return [`${name} ${version} ${typeof license === "string" ? license : "?"}`];
}
