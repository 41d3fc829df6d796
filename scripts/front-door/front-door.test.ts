import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request as httpRequest, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFakeCheckout } from "../testing/fake-checkout.ts";
import { contentPolicy } from "./content-policy.ts";
import { createFrontDoor } from "./front-door.ts";
import { loadPages } from "./pages.ts";

const open: Server[] = [];
let folder: string;
let address: string;
let finishStream: () => void;
let clientLeft: Promise<void>;

async function listen(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const service: RequestListener = (request, response) => {
  if (request.url === "/api/stream") {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("data: 1\n\n");
    finishStream = () => response.end("data: 2\n\n");
    clientLeft = new Promise((resolve) => response.once("close", resolve));
    return;
  }
  if (request.url === "/api/broken") {
    request.socket.destroy();
    return;
  }
  if (request.url === "/api/json") {
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", Vary: "Origin" });
    response.end(JSON.stringify({ items: Array.from({ length: 200 }, () => "факт смены") }));
    return;
  }
  response.setHeader("X-Seen-Method", request.method ?? "");
  response.setHeader("X-Seen-From", String(request.headers["x-forwarded-for"]));
  response.writeHead(request.url === "/api/teapot" ? 418 : 200, { "Set-Cookie": ["a=1", "b=2"] });
  request.pipe(response);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "front-door-"));
  writeFakeCheckout(folder);
  const api = await listen(createServer(service));
  const door = createFrontDoor({ api, bot: "http://127.0.0.1:1" });
  const origins = { s3: "http://localhost:3020", frames: ["http://localhost:3010"] };
  door.serve(loadPages(join(folder, "apps/miniapp/dist"), (html) => contentPolicy(html, origins)));
  address = await listen(door.servers[0]);
});

afterAll(() => {
  for (const server of open) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true, force: true });
});

const bundle = "/assets/main-abc123.js";

function raw(path: string, headers: Record<string, string>, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const outgoing = httpRequest(`${address}${path}`, { method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      outgoing.once("error", reject);
      outgoing.end();
    },
  );
}

test("body, status and every header pass through", async () => {
  const body = `«Факт» ${"ж".repeat(300_000)}`;
  const answer = await fetch(`${address}/api/teapot`, { method: "PUT", body });
  expect(answer.status).toBe(418);
  expect(answer.headers.get("x-seen-method")).toBe("PUT");
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await answer.text()).toBe(body);
});

test("a client cannot forge its address", async () => {
  const answer = await fetch(`${address}/api/x`, { headers: { "X-Forwarded-For": "8.8.8.8" } });
  expect(answer.headers.get("x-seen-from")).toMatch(/127\.0\.0\.1$/);
});

test("an event stream arrives in pieces", async () => {
  const answer = await fetch(`${address}/api/stream`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("data: 1\n\n");
  finishStream();
  expect((await reader?.read())?.value).toBe("data: 2\n\n");
  expect((await reader?.read())?.done).toBe(true);
});

test("an answer of the API is compressed for a client that takes it", async () => {
  const plain = await raw("/api/json", {});
  const small = await raw("/api/json", { "Accept-Encoding": "gzip, br" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(small.headers["content-encoding"]).toBe("gzip");
  expect(small.headers["vary"]).toBe("Origin, Accept-Encoding");
  expect(small.headers["content-length"]).toBeUndefined();
  expect(small.body.length).toBeLessThan(plain.body.length / 10);
  expect(gunzipSync(small.body).equals(plain.body)).toBe(true);
});

test("when the client disconnects, the service is told", async () => {
  const leaving = new AbortController();
  const answer = await fetch(`${address}/api/stream`, { signal: leaving.signal });
  expect(answer.status).toBe(200);
  leaving.abort();
  await clientLeft;
});

test("an unavailable service is answered with 503, a broken answer with 502", async () => {
  const away = await fetch(`${address}/telegram/webhook`, { method: "POST", body: "{}" });
  expect(away.status).toBe(503);
  expect(away.headers.get("retry-after")).toBe("1");
  expect(await away.json()).toMatchObject({ error: { code: "unavailable" } });
  const broken = await fetch(`${address}/api/broken`);
  expect(broken.status).toBe(502);
  expect(await broken.json()).toMatchObject({ error: { code: "unavailable" } });
});

test("the page may run its own inline script, and only Telegram and the sandbox may embed it", async () => {
  const answer = await fetch(`${address}/`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  const hash = createHash("sha256").update("window.began = 1;").digest("base64");
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain(
    "frame-ancestors https://web.telegram.org https://*.telegram.org http://localhost:3010",
  );
  expect(policy).toContain("img-src 'self' blob: data: http://localhost:3020;");
  expect(answer.headers.has("x-frame-options")).toBe(false);
});

test("the page is revalidated each time, hashed files are cached forever", async () => {
  const page = await fetch(`${address}/objects/5?tab=fact`);
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const asset = await fetch(`${address}${bundle}`);
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const again = await raw("/", { "If-None-Match": page.headers.get("etag") ?? "" });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test("files are compressed as far as the client supports", async () => {
  const plain = await raw(bundle, {});
  const small = await raw(bundle, { "Accept-Encoding": "gzip, br" });
  const gzip = await raw(bundle, { "Accept-Encoding": "gzip" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect([small.headers["content-encoding"], gzip.headers["content-encoding"]]).toEqual(["br", "gzip"]);
  expect(small.body.length).toBeLessThan(plain.body.length / 10);
  const head = await raw(bundle, {}, "HEAD");
  expect([head.headers["content-length"], head.body.length]).toEqual([String(plain.body.length), 0]);
});

test.for(["/assets/gone-123.js", "/../package.json", "/metrics", "/favicon.ico"])(
  "%s is not here, and is no page either",
  async (path) => {
    expect((await raw(path, {})).status).toBe(404);
  },
);

test("pages are read-only", async () => {
  expect((await raw("/", {}, "DELETE")).status).toBe(405);
});
