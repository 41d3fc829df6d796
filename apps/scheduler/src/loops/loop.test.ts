import { expect, test, vi } from "vitest";
import { startLoop } from "./loop.ts";

const warn = () => undefined;

test("a woken loop works at once, however long its poll interval", async () => {
  const work = vi.fn(async () => false);
  const loop = startLoop({ name: "relay", pollMs: 3_600_000, work, warn });
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(1));
  loop.wake();
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
  await loop.stop();
});

test("it does not pause while there is work", async () => {
  let left = 5;
  const work = vi.fn(async () => (left -= 1) > 0);
  const loop = startLoop({ name: "relay", pollMs: 3_600_000, work, warn });
  await vi.waitFor(() => expect(left).toBe(0));
  await loop.stop();
});

test("errors do not end the loop, and a series is logged once", async () => {
  const told: string[] = [];
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs <= 3) throw new Error("the database is away");
    return false;
  };
  const loop = startLoop({ name: "relay", pollMs: 1, work, warn: (message) => told.push(message) });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3));
  await loop.stop();
  expect(told).toEqual(["relay failed and will try again (1 in a row)"]);
});

test("stopping waits for the current work and starts no more", async () => {
  const begun: string[] = [];
  let finish: () => void = () => undefined;
  const work = async () => {
    begun.push("work");
    await new Promise<void>((resolve) => (finish = resolve));
    begun.push("done");
    return true;
  };
  const loop = startLoop({ name: "relay", pollMs: 1, work, warn });
  const stopped = loop.stop();
  finish();
  await stopped;
  expect(begun).toEqual(["work", "done"]);
});
