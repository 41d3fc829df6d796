import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import type { ApiEnv } from "../deps.ts";
import { bytes } from "../http/answer.ts";
import { openApiDocument } from "../openapi/document.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const FILES = {
  "/api/docs": { file: "page.html", type: "text/html; charset=utf-8" },
  "/api/docs/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
  "/api/docs/page.css": { file: "page.css", type: "text/css; charset=utf-8" },
} as const;

/** Serves the OpenAPI document and a page that renders it, without external resources. */
export function mountDocs(app: Hono<ApiEnv>): void {
  let document: Buffer<ArrayBuffer> | undefined;
  app.get("/api/openapi.json", (c) => {
    c.set("route", "/api/openapi.json");
    document ??= Buffer.from(JSON.stringify(openApiDocument()));
    return bytes(c, 200, "application/json; charset=utf-8", document);
  });

  for (const [path, { file, type }] of Object.entries(FILES)) {
    const body = readFileSync(new URL(`../docs/assets/${file}`, import.meta.url));
    app.get(path, (c) => {
      c.set("route", path);
      return bytes(c, 200, type, body, { "Content-Security-Policy": POLICY, "Cache-Control": "no-cache" });
    });
  }
}
