import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { request } from "node:http";
import { startTestSandbox, type TestSandbox } from "./testing/start.ts";

let sandbox: TestSandbox & { remove(): Promise<void> };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(async () => {
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

/** Every module the page loads, found by following its imports. */
async function modules(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = ["/page/main.ts"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const response = await fetch(sandbox.url + path);
    expect([path, response.status, response.headers.get("content-type")]).toEqual([
      path,
      200,
      "text/javascript; charset=utf-8",
    ]);
    const source = await response.text();
    found.set(path, source);
    for (const match of source.matchAll(/from "\.\/([\w-]+\.ts)"/g)) waiting.push(`/page/${match[1]}`);
  }
  return found;
}

describe("the chat page", () => {
  it("serves itself, its styles and every module, without types", async () => {
    const page = await (await fetch(`${sandbox.url}/`)).text();
    for (const match of page.matchAll(/(?:href|src)="(\/[^"]+)"/g)) {
      expect((await fetch(sandbox.url + String(match[1]))).status).toBe(200);
    }
    const sources = [...(await modules()).values()];
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.some((source) => source.includes("import type"))).toBe(false);
  });

  it("refers to no origin but its own and the Mini App's", async () => {
    const policy = (await fetch(`${sandbox.url}/`)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy.match(/https?:\/\/[^\s;]+/g)).toEqual(["http://localhost:3000"]);
  });

  it("serves nothing from outside its folder, nor its tests", async () => {
    for (const path of [
      "/page/..%2Fmain.ts",
      "/page/launch-url.test.ts",
      "/page/tsconfig.json",
      "/page/none.ts",
    ]) {
      expect((await fetch(sandbox.url + path)).status).toBe(404);
    }
  });

  it("answers to this machine's own host names alone", async () => {
    const status = await new Promise((resolve, reject) => {
      const options = { headers: { host: "attacker.example" } };
      request(`${sandbox.url}/sandbox/people`, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
