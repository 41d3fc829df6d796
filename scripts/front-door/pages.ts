import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Encoding = "br" | "gzip" | "identity";
type Page = {
  bytes: Buffer;
  headers: Record<string, string>;
  compressible: boolean;
  packed: Map<Encoding, Promise<Buffer>>;
};

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const alreadyPacked = new Set([".png", ".jpg", ".webp", ".woff2"]);
const always = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

function loadPage(path: string, folder: string, policyOf: (html: string) => string): Page {
  const bytes = readFileSync(path);
  const extension = extname(path);
  const hashed = relative(folder, path).startsWith(`assets${sep}`);
  const headers: Record<string, string> = {
    ...always,
    "Content-Type": types[extension] ?? "application/octet-stream",
    "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    Vary: "Accept-Encoding",
  };
  if (extension === ".html") headers["Content-Security-Policy"] = policyOf(bytes.toString("utf8"));
  return { bytes, headers, compressible: !alreadyPacked.has(extension), packed: new Map() };
}

function pack(page: Page, encoding: Encoding): Promise<Buffer> {
  const known = page.packed.get(encoding);
  if (known) return known;
  const made =
    encoding === "br"
      ? promisify(brotliCompress)(page.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
      : promisify(gzip)(page.bytes, { level: 9 });
  page.packed.set(encoding, made);
  return made;
}

function chooseEncoding(request: IncomingMessage, page: Page): Encoding {
  if (!page.compressible || page.bytes.length < 512) return "identity";
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

async function send(request: IncomingMessage, response: ServerResponse, page: Page): Promise<void> {
  if (request.headers["if-none-match"] === page.headers["ETag"]) {
    response.writeHead(304, page.headers).end();
    return;
  }
  const encoding = chooseEncoding(request, page);
  const body = encoding === "identity" ? page.bytes : await pack(page, encoding);
  const packing = encoding === "identity" ? {} : { "Content-Encoding": encoding };
  response.writeHead(200, { ...page.headers, ...packing, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Serves a built single-page application from memory: compressed; files with a hash in their name are cached forever.
 */
export function loadPages(folder: string, policyOf: (html: string) => string): RequestListener {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`The Mini App is not built: ${folder} has no index.html. Run: pnpm turbo run build`);
  }
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    pages.set(`/${relative(folder, path).split(sep).join("/")}`, loadPage(path, folder, policyOf));
  }
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const isPlace = !path.split("/").at(-1)?.includes(".");
    const page = pages.get(path) ?? (isPlace ? pages.get("/index.html") : undefined);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
    } else if (!page) {
      response.writeHead(404, { ...always, "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    } else {
      send(request, response, page).catch((error: Error) => response.destroy(error));
    }
  };
}
