import { expect, test } from "vitest";
import { keptWorkers } from "./crew-workers.ts";

const [gromov, yusupov] = [{ size: 8 }, { size: 5 }];

test("choosing a crew keeps the number of people that was set", () => {
  expect(keptWorkers(3, yusupov, yusupov)).toBe(3);
  expect(keptWorkers(3, yusupov, gromov)).toBe(3);
  expect(keptWorkers(8, gromov, yusupov)).toBe(5);
  expect(keptWorkers(8, gromov, gromov)).toBe(8);
  expect(keptWorkers(null, undefined, gromov)).toBe(8);
  expect(keptWorkers(4, gromov, undefined)).toBeNull();
});
