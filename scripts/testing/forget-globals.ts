import { afterAll, expect, vi } from "vitest";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const listening = () => SIGNALS.map((signal) => `${signal}: ${process.listenerCount(signal)}`);
const before = listening();

/** Test files share a process, so a global that a file changes must be restored at its end, or the file fails. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  expect(listening(), "listeners that a test file left to the next").toEqual(before);
});
