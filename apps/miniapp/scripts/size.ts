import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

/** First load: all JavaScript until the dashboard shows its numbers, compressed as the front door does. */
const BUDGET_BYTES = 100 * 1024;
/** What a later screen loads besides: its own part and what it shares with others. */
const SCREEN_BYTES = 40 * 1024;
const DIST = new URL("../dist/", import.meta.url);
const DASHBOARD = "src/features/dashboard/dashboard-page.tsx";

const say = (line: string) => process.stdout.write(`${line}\n`);

type Chunk = { file: string; isEntry?: boolean; isDynamicEntry?: boolean; src?: string; imports?: string[] };
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

async function sizeOf(key: string): Promise<number> {
  const file = manifest[key]?.file;
  if (file === undefined) throw new Error(`No file for ${key}`);
  return gzipSync(await readFile(new URL(file, DIST)), { level: 9 }).length;
}

async function sum(some: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const key of some) bytes += await sizeOf(key);
  return bytes;
}

const tell = (bytes: number, what: string) => say(`${(bytes / 1024).toFixed(1).padStart(8)} KiB  ${what}`);

const html = await readFile(new URL("index.html", DIST), "utf8");
const inline = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(
  (match) => match[1] ?? "",
);
const total = (await sum(keys)) + gzipSync(inline.join("\n")).length;
tell(total, `first load, of ${BUDGET_BYTES / 1024} allowed`);
if (total > BUDGET_BYTES) {
  say("The first load is over its budget");
  process.exitCode = 1;
}

const screens = Object.keys(manifest).filter(
  (key) => manifest[key]?.isDynamicEntry === true && /-page\.tsx$|-routes\.tsx$/.test(key),
);
let largest = { bytes: 0, screen: "" };
for (const screen of screens) {
  const own = [...withStaticImports(screen, new Set())].filter((key) => !keys.has(key));
  const bytes = await sum(own);
  if (bytes > largest.bytes) largest = { bytes, screen };
  if (bytes <= SCREEN_BYTES) continue;
  tell(bytes, `${screen} is over the ${SCREEN_BYTES / 1024} of a screen`);
  process.exitCode = 1;
}
tell(
  largest.bytes,
  `largest of ${screens.length} other screens, ${largest.screen}, of ${SCREEN_BYTES / 1024} allowed`,
);
