// Bundles what production runs into infra/dist: one folder for each program, complete with its native libraries.
// node infra/bundle.ts [output folder]
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { contentPolicy } from "../scripts/front-door/content-policy.ts";
import { copyWithDependencies } from "./copy-package.ts";
import { packagesIn, packagesOf } from "./packages.ts";

const root = join(import.meta.dirname, "..");
const output = resolve(process.argv[2] ?? join(import.meta.dirname, "dist"));

/** Native code, WebAssembly and packages that read files of their own cannot be bundled: they are copied beside the bundle of the programs that use them. */
const native: Record<string, string> = {
  sharp: "packages/storage",
  "heic-decode": "packages/storage",
  pdfkit: "packages/core",
  "dejavu-fonts-ttf": "packages/core",
};

type Program = {
  main: string;
  /** Other programs that the first one starts, by the name of their file. */
  besides?: Record<string, string>;
  native?: string[];
  /** Files that the program reads, by where it expects them: one level above its own folder. */
  files?: Record<string, string>;
};

const programs: Record<string, Program> = {
  api: {
    main: "apps/api/src/main.ts",
    native: ["pdfkit", "dejavu-fonts-ttf"],
    files: { docs: "apps/api/src/docs" },
  },
  bot: { main: "apps/bot/src/main.ts", native: ["pdfkit", "dejavu-fonts-ttf"] },
  scheduler: {
    main: "apps/scheduler/src/main.ts",
    besides: {
      files: "apps/scheduler/src/files/files-main.ts",
      decoder: "packages/storage/src/decoding/decoder-main.ts",
    },
    native: ["sharp", "heic-decode"],
  },
  migrate: {
    main: "infra/migrate.ts",
    besides: {
      record: "infra/record.ts",
      "continue-anchors": "infra/backup/continue-anchors.ts",
      "backup-report": "infra/backup/backup-report.ts",
      "verify-restored": "infra/backup/verify-restored.ts",
    },
    files: { migrations: "packages/db/migrations" },
  },
};

async function bundle(name: string, program: Program): Promise<void> {
  const folder = join(output, name);
  const { output: chunks } = await build({
    input: mapPaths({ main: program.main, ...program.besides }),
    cwd: root,
    platform: "node",
    external: Object.keys(native),
    logLevel: "warn",
    output: {
      dir: folder,
      format: "esm",
      entryFileNames: "bin/[name].mjs",
      chunkFileNames: "bin/[name]-[hash].mjs",
      sourcemap: true,
    },
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const [place, source] of Object.entries(program.files ?? {})) {
    cpSync(join(root, source), join(folder, place), { recursive: true });
  }
  for (const library of program.native ?? []) {
    copyWithDependencies(library, join(root, native[library] ?? ""), join(folder, "node_modules"));
  }
  const modules = chunks.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const packages = [...packagesOf(modules), ...packagesIn(join(folder, "node_modules"))];
  writeFileSync(join(folder, "packages.txt"), `${[...new Set(packages)].toSorted().join("\n")}\n`);
}

function mapPaths(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, path]) => [name, join(root, path)]));
}

/** The page's policy as a line of Caddy's configuration; where the files are is known only when it runs. */
function writeContentPolicy(): void {
  const page = join(root, "apps/miniapp/dist/index.html");
  if (!existsSync(page)) throw new Error("Build the Mini App first: pnpm turbo run build");
  const policy = contentPolicy(readFileSync(page, "utf8"), { s3: "{$S3_PUBLIC_ENDPOINT}", frames: [] });
  mkdirSync(join(output, "caddy"), { recursive: true });
  writeFileSync(join(output, "caddy/content-policy.caddy"), `header Content-Security-Policy "${policy}"\n`);
}

rmSync(output, { recursive: true, force: true });
for (const [name, program] of Object.entries(programs)) await bundle(name, program);
writeContentPolicy();
process.stdout.write(`Bundles stand in ${output}: ${Object.keys(programs).join(", ")}\n`);
