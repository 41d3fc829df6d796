import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, transformWithOxc, type Plugin } from "vite";

const early = fileURLToPath(new URL("inline/ask-early.ts", import.meta.url));

/** Puts the module that asks early into the page as it is: the build would merge it into the bundle it has to beat. */
function askEarly(): Plugin {
  return {
    name: "ask-early",
    transformIndexHtml: {
      order: "post",
      handler: async (html) => {
        const { code } = await transformWithOxc(await readFile(early, "utf8"), early, { target: "es2022" });
        return html.replace("</title>", () => `</title>\n<script type="module">${code.trim()}</script>`);
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), askEarly()],
  // The router brings a stand-in for older versions of React.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  build: {
    outDir: "dist",
    target: "es2022",
    sourcemap: false,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One file for all that the first screen needs: it compresses better and saves round trips on a slow network.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
  server: {
    proxy: { "/api": { target: process.env["API_URL"] ?? "http://localhost:3001", changeOrigin: false } },
  },
});
