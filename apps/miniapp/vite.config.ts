import react from "@vitejs/plugin-react";
import { CODE_GROUPS } from "./scripts/code-groups.ts";
import { firstFrame } from "./scripts/first-frame.ts";
import { askEarly } from "./scripts/ask-early.ts";
import { entryLast } from "./scripts/entry-last.ts";
import { inlineStyles } from "./scripts/inline-styles.ts";
import { serviceWorker } from "./scripts/service-worker.ts";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), firstFrame(), inlineStyles(), askEarly(), entryLast(), serviceWorker()],
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
        codeSplitting: { groups: CODE_GROUPS },
      },
    },
  },
  server: {
    proxy: { "/api": { target: process.env["API_URL"] ?? "http://localhost:3001", changeOrigin: false } },
  },
});
