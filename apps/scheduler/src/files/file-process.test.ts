import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { FileWork } from "./file-work.ts";
import { startFileProcess } from "./file-process.ts";

const folder = mkdtempSync(join(tmpdir(), "stsphera-file-process-"));
const notes = join(folder, "notes");
const running: FileWork[] = [];
const warnings: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((work) => work.stop(1_000)));
  rmSync(notes, { force: true });
  warnings.length = 0;
});

/** A program that notes its number and its priority, and then does as it is told. */
function start(then: string): FileWork {
  const program = join(folder, "program.mjs");
  writeFileSync(
    program,
    `import { appendFileSync } from "node:fs";
     import { getPriority } from "node:os";
     setTimeout(() => {
       appendFileSync(${JSON.stringify(notes)}, process.pid + " " + getPriority() + "\\n");
       ${then}
     }, 20);`,
  );
  const work = startFileProcess({ program, restMs: 5, warn: (message) => warnings.push(message) });
  running.push(work);
  return work;
}
const noted = async (times: number): Promise<{ pid: number; priority: number }[]> =>
  vi.waitFor(
    () => {
      // The file is there a moment before its first line.
      const lines = readFileSync(notes, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      expect(lines.length).toBeGreaterThanOrEqual(times);
      return lines.map((line) => {
        const [pid, priority] = line.split(" ").map(Number);
        return { pid: pid ?? 0, priority: priority ?? 0 };
      });
    },
    { timeout: 20_000 },
  );
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const STAYS = "setInterval(() => undefined, 1000);";

test("files are worked at a low priority, until the scheduler stops", async () => {
  const work = start(STAYS);
  const [{ pid, priority } = { pid: 0, priority: 0 }] = await noted(1);
  expect(priority).toBe(10);
  await work.stop(5_000);
  expect(lives(pid)).toBe(false);
  expect(warnings).toEqual([]);
});

test("a process that ends is started again, and each end is told", async () => {
  start("process.exit(3);");
  const pids = (await noted(3)).map(({ pid }) => pid);
  expect(new Set(pids).size).toBe(pids.length);
  expect(warnings[0]).toBe(
    "the work on files was ended by exit code 3 and will be started again (1 in a row)",
  );
  expect(warnings[1]).toContain("(2 in a row)");
});

test("one that does not stop in time is killed", async () => {
  const work = start(`process.on("SIGTERM", () => undefined); ${STAYS}`);
  const [{ pid } = { pid: 0 }] = await noted(1);
  await work.stop(50);
  expect(lives(pid)).toBe(false);
});
