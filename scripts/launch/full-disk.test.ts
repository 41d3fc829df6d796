import { tmpdir } from "node:os";
import { expect, test, vi } from "vitest";
import { explainFullDisk, watchDisk } from "./full-disk.ts";

test("a full disk is reported with its folder and a way out, wherever the error occurred", () => {
  const fromNode = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const fromProgram = Object.assign(new Error("Command failed: initdb"), {
    stderr: "initdb: error: could not write to file: No space left on device",
  });
  const nested = new Error("PostgreSQL did not start", { cause: fromProgram });
  for (const error of [fromNode, fromProgram, nested]) {
    const explained = explainFullDisk(error, tmpdir());
    expect(explained).toMatchObject({ cause: error });
    expect(String(explained)).toMatch(new RegExp(`full: ${tmpdir()} has \\d+ MB now.*STSPHERA_DATA`));
  }
});

test("any other error stays unchanged", () => {
  const error = new Error("Port 3000 is taken");
  expect(explainFullDisk(error, tmpdir())).toBe(error);
});

test("the watch reports a filling disk once, and once that there is space again", () => {
  vi.useFakeTimers();
  const left = [900, 120, 90, 0, 500, 500];
  const said: string[] = [];
  const stop = watchDisk("/data", (line) => said.push(line), {
    littleMb: 200,
    lookMs: 1000,
    freeMb: () => left.shift() ?? 500,
  });
  vi.advanceTimersByTime(5000);
  stop();
  vi.useRealTimers();
  expect(said).toEqual([
    "The disk that holds the data folder /data is nearly full: 120 MB left.",
    "The disk of /data has room again: 500 MB.",
  ]);
});
