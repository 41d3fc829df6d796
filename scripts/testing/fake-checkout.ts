import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const service = (name: string) => `
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
await sleep(50);
const server = createServer(async (request, response) => {
  if (request.url === "/readyz") return response.end("ready");
  if (request.url === "/api/slow") {
    response.write("first;");
    await sleep(300);
    return response.end("second");
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  const { authorization, "x-forwarded-for": from } = request.headers;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ service: "${name}", method: request.method, url: request.url, body, authorization, from }));
});
server.listen(Number(process.env.PORT), "127.0.0.1");
console.error("${name} says hello on stderr");
process.on("SIGTERM", () => process.exit(0));
`;

const step = (name: string) => `
import { appendFileSync } from "node:fs";
import { join } from "node:path";
appendFileSync(join(process.env.SANDBOX_DATA, "..", "steps"), "${name} ");
`;

const page = `<!doctype html><title>Fake</title><script type="module">window.began = 1;</script>
<script type="module" src="/assets/main-abc123.js"></script>`;

/** A checkout with tiny services instead of the real ones, for tests of the launcher and the front door. */
export function writeFakeCheckout(folder: string): void {
  const files: Record<string, string> = {
    "package.json": '{ "type": "module" }',
    "packages/db/src/migrate-main.ts": step("migrate"),
    "packages/seed/src/main.ts": step("seed"),
    "packages/sandbox/src/main.ts": service("sandbox"),
    "apps/api/src/main.ts": service("api"),
    "apps/bot/src/main.ts": service("bot"),
    "apps/scheduler/src/main.ts": service("scheduler"),
    "apps/miniapp/dist/index.html": page,
    "apps/miniapp/dist/assets/main-abc123.js": `export const text = "${"x".repeat(4000)}";`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
