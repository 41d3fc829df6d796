import { readFileSync, readdirSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { Hono } from "hono";
import type { ControlEnv } from "./control/dependencies.ts";

const folder = new URL("page/", import.meta.url);

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  ts: "text/javascript; charset=utf-8",
};

/** The chat page; its TypeScript is stripped when served, so it needs no build. */
export function createPage(miniAppUrl: string): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  const files = new Set(readdirSync(folder).filter((name) => !name.includes(".test.")));
  const ready = new Map<string, string>();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    `frame-src ${new URL(miniAppUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

  function contentOf(name: string): string {
    const known = ready.get(name);
    if (known !== undefined) return known;
    const source = readFileSync(new URL(name, folder), "utf8");
    const content = name.endsWith(".ts") ? stripTypeScriptTypes(source) : source;
    ready.set(name, content);
    return content;
  }

  app.use(async (c, next) => {
    await next();
    c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
  });
  app.get("/", (c) => c.body(contentOf("index.html"), 200, { "content-type": types["html"] ?? "" }));
  app.get("/page/:name{[\\w-]+\\.(?:ts|css)}", (c) => {
    const name = c.req.param("name");
    const type = types[name.split(".").at(-1) ?? ""];
    if (!files.has(name) || type === undefined) return c.notFound();
    return c.body(contentOf(name), 200, { "content-type": type, "cache-control": "no-cache" });
  });
  return app;
}
