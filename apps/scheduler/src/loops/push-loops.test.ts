import { expect, test, vi } from "vitest";
import { startPushLoops } from "./push-loops.ts";

test("a push that gets no answer delays none that come after it, and stopping waits for it", async () => {
  let answer: () => void = () => undefined;
  const silent = new Promise<void>((done) => {
    answer = done;
  });
  const sent = vi.fn(async () => undefined);
  const queue = [() => silent, ...Array.from({ length: 30 }, () => sent)];
  const told: string[] = [];
  const loops = startPushLoops(
    { plan: async () => 0, reclaim: async () => 0, next: async () => queue.shift() ?? null },
    (message) => told.push(message),
  );
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(30));
  const stopped = Promise.all(loops.map((loop) => loop.stop()));
  expect(await Promise.race([stopped.then(() => "stopped"), Promise.resolve("waits")])).toBe("waits");
  answer();
  await stopped;
  expect(told).toEqual([]);
});

test("a push that cannot be drawn is told, and the next one is sent", async () => {
  const sent = vi.fn(async () => undefined);
  const broken = () => Promise.reject(new Error("no words"));
  const queue: (() => Promise<void>)[] = [broken, sent];
  const told: string[] = [];
  const loops = startPushLoops(
    { plan: async () => 0, reclaim: async () => 0, next: async () => queue.shift() ?? null },
    (message) => told.push(message),
  );
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  await Promise.all(loops.map((loop) => loop.stop()));
  expect(told).toEqual(["a push could not be sent"]);
});
