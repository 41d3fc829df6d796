import { cpSync, existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

type Manifest = {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

function findPackage(name: string, from: string): string | undefined {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Copies an installed package and all it depends on into a flat node_modules folder. */
export function copyWithDependencies(name: string, from: string, target: string, optional = false): void {
  const source = findPackage(name, from);
  if (!source) {
    if (optional) return;
    throw new Error(`${name} is not installed (looked for from ${from}).`);
  }
  if (existsSync(join(target, name))) return;
  cpSync(source, join(target, name), {
    recursive: true,
    dereference: true,
    filter: (path) => path !== join(source, "node_modules"),
  });
  const manifest: Manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    copyWithDependencies(dependency, source, target);
  }
  for (const dependency of Object.keys(manifest.optionalDependencies ?? {})) {
    copyWithDependencies(dependency, source, target, true);
  }
}
