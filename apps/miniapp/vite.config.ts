import react from "@vitejs/plugin-react";
import { askEarly } from "./scripts/ask-early.ts";
import { inlineStyles } from "./scripts/inline-styles.ts";
import { serviceWorker } from "./scripts/service-worker.ts";
import { defineConfig } from "vite";

const KIT =
  /shared[\\/](ui|offline|telegram)[\\/]|kit[\\/]list[\\/]|use-query-state|infiniteQuery|useInfiniteQuery/;

export default defineConfig({
  plugins: [react(), inlineStyles(), askEarly(), serviceWorker()],
  // The router brings a stand-in for older versions of React.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  build: {
    outDir: "dist",
    target: "es2022",
    sourcemap: false,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file for all that the first screen needs: it compresses better and saves round trips on a slow network.
            { name: "first", tags: ["$initial"], priority: 2 },
            // Small parts that most pages share, in one file; words, forms and photos stay with those who need them.
            { name: "kit", test: KIT, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { "/api": { target: process.env["API_URL"] ?? "http://localhost:3001", changeOrigin: false } },
  },
});
