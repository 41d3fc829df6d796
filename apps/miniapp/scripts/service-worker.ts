import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformWithOxc, type Plugin } from "vite";

const source = fileURLToPath(new URL("../inline/service-worker.ts", import.meta.url));

/** Writes `/sw.js` with the list of the build's files; another build is another file, which browsers notice. */
export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith("assets/"))
        .map((name) => `/${name}`)
        .toSorted();
      const page = await readFile(join(dir, "index.html"), "utf8");
      const version = createHash("sha256")
        .update(JSON.stringify([files, page]))
        .digest("hex")
        .slice(0, 12);
      const { code } = await transformWithOxc(await readFile(source, "utf8"), source, { target: "es2022" });
      const head = `const FILES=${JSON.stringify(files)};const VERSION=${JSON.stringify(version)};\n`;
      await writeFile(join(dir, "sw.js"), head + code);
    },
  };
}
