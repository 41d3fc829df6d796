import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders with our TypeScript. */
export const sourceFolders = ["packages", "apps", "scripts", "infra", "e2e", "bench"];

const skipped = new Set(["node_modules", "dist", "test-results", "playwright-report", "artifacts", ".vite"]);

function* filesIn(folder: string, path: string): Generator<string> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* filesIn(folder, inner);
    else if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield inner;
  }
}

/** Every .ts and .tsx file of a checkout, as paths from its root. */
export function sourceFiles(checkout: string): string[] {
  return sourceFolders
    .filter((name) => existsSync(join(checkout, name)))
    .flatMap((name) => [...filesIn(checkout, name)]);
}
