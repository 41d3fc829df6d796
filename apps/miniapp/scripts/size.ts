import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

/** First load: all JavaScript until the dashboard shows its numbers, compressed as the front door does. */
const BUDGET_BYTES = 100 * 1024;
const DIST = new URL("../dist/", import.meta.url);
const DASHBOARD = "src/features/dashboard/dashboard-page.tsx";

const say = (line: string) => process.stdout.write(`${line}\n`);

type Chunk = { file: string; isEntry?: boolean; src?: string; imports?: string[] };
type Manifest = Record<string, Chunk>;

const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", DIST), "utf8")) as Manifest;
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (entry === undefined) throw new Error("The build has no entry");

function withStaticImports(key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withStaticImports(next, seen);
  return seen;
}

const keys = withStaticImports(entry, new Set());
if (manifest[DASHBOARD]) withStaticImports(DASHBOARD, keys);

let total = 0;
for (const key of keys) {
  const file = manifest[key]?.file;
  if (file === undefined) throw new Error(`No file for ${key}`);
  const bytes = gzipSync(await readFile(new URL(file, DIST)), { level: 9 }).length;
  total += bytes;
  say(`${(bytes / 1024).toFixed(1).padStart(8)} KiB  ${file}`);
}
const html = await readFile(new URL("index.html", DIST), "utf8");
const inline = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(
  (match) => match[1] ?? "",
);
total += gzipSync(inline.join("\n")).length;
say(`${(total / 1024).toFixed(1).padStart(8)} KiB  first load, of ${BUDGET_BYTES / 1024} allowed`);
if (total > BUDGET_BYTES) {
  say("The first load is over its budget");
  process.exitCode = 1;
}
