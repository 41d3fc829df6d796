import { afterAll, expect, vi } from "vitest";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const listening = () => SIGNALS.map((signal) => `${signal}: ${process.listenerCount(signal)}`);
const before = listening();

/** Test files share a process: what one of them changed in it ends with the file, or the file fails. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  expect(listening(), "listeners that a test file left to the next").toEqual(before);
});
