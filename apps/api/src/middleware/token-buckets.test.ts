import { expect, test } from "vitest";
import { createTokenBuckets } from "./token-buckets.ts";

function buckets(rate: { perSecond: number; burst: number }) {
  const clock = { seconds: 100 };
  return { clock, buckets: createTokenBuckets(rate, () => clock.seconds) };
}

test("allows a burst, then the refill rate", () => {
  const { clock, buckets: person } = buckets({ perSecond: 20, burst: 60 });
  const taken = Array.from({ length: 61 }, () => person.take("anna"));
  expect(taken.slice(0, 60).every((wait) => wait === 0)).toBe(true);
  expect(taken[60]).toBe(1);
  clock.seconds += 0.5;
  expect(Array.from({ length: 11 }, () => person.take("anna")).filter((wait) => wait === 0)).toHaveLength(10);
});

test("returns the whole seconds until the next token", () => {
  const { clock, buckets: address } = buckets({ perSecond: 10 / 60, burst: 10 });
  for (let n = 0; n < 10; n++) expect(address.take("::1")).toBe(0);
  expect(address.take("::1")).toBe(6);
  clock.seconds += 6;
  expect(address.take("::1")).toBe(0);
});

test("several tokens, or a part of one, are taken at once or not at all", () => {
  const { clock, buckets: person } = buckets({ perSecond: 1, burst: 3 });
  expect(person.take("anna", 2)).toBe(0);
  expect(person.take("anna", 2)).toBe(1);
  expect(person.take("anna", 0.25)).toBe(0);
  clock.seconds += 1.25;
  expect(person.take("anna", 2)).toBe(0);
});

test("one user's requests do not limit another", () => {
  const { buckets: person } = buckets({ perSecond: 1, burst: 1 });
  expect(person.take(1)).toBe(0);
  expect(person.take(1)).toBe(1);
  expect(person.take(2)).toBe(0);
});

test("drops full buckets when there are very many", () => {
  const { clock, buckets: address } = buckets({ perSecond: 1, burst: 2 });
  for (let n = 0; n < 10_000; n++) address.take(`10.0.${n}`);
  address.take("spent");
  address.take("spent");
  clock.seconds += 1.5;
  address.take("spent");
  address.take("spent");
  clock.seconds += 0.1;
  expect(address.take("one more")).toBe(0);
  expect(address.take("spent")).toBe(1);
});
