import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const TOKEN = "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o";

/** Runs a small program in a separate process, and stops it as soon as it prints "up". */
async function stopped(program: string): Promise<{ code: number | null; output: string }> {
  const source = `
    import { createLogger } from ${JSON.stringify(new URL("logger.ts", import.meta.url).href)};
    import { onStopSignal } from ${JSON.stringify(new URL("stop.ts", import.meta.url).href)};
    import { setTimeout as sleep } from "node:timers/promises";
    const log = createLogger({ service: "trial", level: "info", secrets: [] });
    const up = setInterval(() => undefined, 1000);
    ${program}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
      if (output.includes('"msg":"up"')) child.kill("SIGTERM");
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

test("lets running work finish, and exits cleanly though a timer is pending", async () => {
  const { code, output } = await stopped(`
    const stop = async () => { await sleep(20); log.info("work ended"); };
    const stopping = onStopSignal(stop, { withinMs: 30_000, log });
    setTimeout(() => log.info("up"), 1);
    await sleep(30_000, undefined, { signal: stopping });`);
  expect(code).toBe(0);
  expect(output).toMatch(/"msg":"stopping"[^]*"msg":"work ended"[^]*"msg":"stopped"/);
});

test("serves on while it is drained, and says from the first moment that it stops", async () => {
  const { code, output } = await stopped(`
    const stopping = onStopSignal(async () => log.info("closes"), { withinMs: 30_000, drainMs: 300, log });
    stopping.addEventListener("abort", () => {
      log.info("not ready");
      setTimeout(() => log.info("still serves"), 1);
    });
    log.info("up");`);
  expect(code).toBe(0);
  expect(output).toMatch(/"msg":"not ready"[^]*"msg":"still serves"[^]*"msg":"closes"[^]*"msg":"stopped"/);
});

test("reports when the stop fails or takes too long", async () => {
  const failing = await stopped(`
    onStopSignal(() => Promise.reject(new Error("no")), { withinMs: 30_000, log });
    log.info("up");`);
  expect(failing).toMatchObject({ code: 1, output: expect.stringContaining("did not stop cleanly") });
  const hanging = await stopped(`
    onStopSignal(() => new Promise(() => undefined), { withinMs: 20, log });
    log.info("up");`);
  expect(hanging).toMatchObject({ code: 1, output: expect.stringContaining("did not stop in time") });
});

test("regression 18: an uncaught error is logged without secrets and ends the process", async () => {
  const { code, output } = await stopped(`
    onStopSignal(() => Promise.resolve(), { withinMs: 30_000, log });
    throw new Error("GET /bot${TOKEN}/getMe failed");`);
  expect(code).toBe(1);
  expect(output).toContain("GET /bot[secret]/getMe failed");
  expect(output).not.toContain(TOKEN);
});
