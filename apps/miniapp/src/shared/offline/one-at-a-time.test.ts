import { expect, test } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

test("what is added while the last round ends is still taken", async () => {
  const waiting = ["a"];
  const taken: string[] = [];
  const send = oneAtATime(async () => {
    taken.push(...waiting.splice(0));
    await Promise.resolve();
  });
  const first = send();
  waiting.push("b");
  await Promise.all([first, send()]);
  expect(taken).toEqual(["a", "b"]);
});

test("never two rounds at once, and however many asked, one more is enough", async () => {
  let inside = 0;
  let rounds = 0;
  const send = oneAtATime(async () => {
    inside += 1;
    expect(inside).toBe(1);
    await Promise.resolve();
    inside -= 1;
    rounds += 1;
  });
  await Promise.all([send(), send(), send()]);
  expect(rounds).toBe(2);
});

test("a round that broke is told, and the next one runs", async () => {
  let broken = true;
  const send = oneAtATime(async () => {
    if (broken) throw new Error("closed");
  });
  await expect(send()).rejects.toThrow("closed");
  broken = false;
  await expect(send()).resolves.toBeUndefined();
});
