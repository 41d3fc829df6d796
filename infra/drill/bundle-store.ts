// Bundles the stand-in of the object store: node infra/drill/bundle-store.ts <folder>
import { join, resolve } from "node:path";
import { build } from "rolldown";

await build({
  input: { store: join(import.meta.dirname, "stand-ins/store.ts") },
  platform: "node",
  external: ["sharp", "vite"],
  logLevel: "warn",
  output: { dir: resolve(process.argv[2] ?? "."), format: "esm", entryFileNames: "[name].mjs" },
});
