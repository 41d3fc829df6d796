import { expect, test } from "vitest";
import { createStoreWatch } from "./store-watch.ts";

test("a missing bucket, a store that is away and one that is back are told apart, each warned of once", async () => {
  let answer: () => Promise<boolean> = () => Promise.resolve(false);
  const warnings: string[] = [];
  const state = createStoreWatch({
    hasBucket: () => answer(),
    warn: (message) => warnings.push(message),
    askEvery: 0,
  });
  const settled = async () => {
    await state();
    await new Promise((resolve) => setTimeout(resolve, 1));
    return state();
  };
  expect(await settled()).toBe("no_bucket");
  answer = () => Promise.reject(new Error("lost"));
  expect(await settled()).toBe("away");
  expect(await settled()).toBe("away");
  answer = () => Promise.resolve(true);
  expect(await settled()).toBe("ok");
  expect(warnings).toEqual([
    "the store has no bucket: run the migrate step",
    "the object store does not answer",
  ]);
});

test("a store that hangs delays only the first answer, and is asked once", async () => {
  let asked = 0;
  const state = createStoreWatch({
    hasBucket: () => {
      asked += 1;
      return new Promise(() => undefined);
    },
    warn: () => undefined,
    askEvery: 0,
    patience: 5,
  });
  expect([await state(), await state()]).toEqual(["unknown", "unknown"]);
  expect(asked).toBe(1);
});
