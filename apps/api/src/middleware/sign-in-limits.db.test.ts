import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { verdict } from "../testing/errors.ts";
import { initData } from "../testing/init-data.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { waysInto } from "../testing/ways-in.ts";

let api: TestApi;
let ways: ReturnType<typeof waysInto>;

beforeAll(async () => {
  // Buckets stand still: a slow machine would refill them while a flood is on its way.
  api = await openApi(() => ({ limits: LIMITS, limitSeconds: () => 0 }));
  ways = waysInto(api);
});
afterAll(() => api.close());

const PEOPLE = 12;
const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const guess = (n: number) => ({ secret: String(n).padStart(43, "A") });
const linkOfSomebody = async (name: string) => ways.link(await api.world.createUser({ fullName: name }));

test("one Wi-Fi keeps nobody out: good sign-ins are limited by user, not by address", async () => {
  const names = Array.from({ length: PEOPLE }, (_, n) => `Человек ${n}`);
  const secrets = await Promise.all(names.map(linkOfSomebody));
  const answers = await Promise.all(
    secrets.map((secret) => ways.post("link-sessions", { secret }, from("198.51.100.9"))),
  );
  expect(answers.map(verdict)).toEqual(secrets.map(() => "200"));
});

test("failures are limited by network, where an IPv6 /64 is one; a good sign-in still comes through", async () => {
  const at = (n: number) => from(`2001:db8:0:1::${n + 1}`);
  const failed = await Promise.all(
    Array.from({ length: 14 }, (_, n) => ways.post("link-views", guess(n), at(n))),
  );
  const said = failed.map(verdict);
  expect(said.filter((one) => one === "401 unauthenticated").length).toBeLessThan(14);
  const refused = failed.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(verdict(await ways.post("link-views", guess(20), from("2001:db8:0:2::1")))).toBe(
    "401 unauthenticated",
  );
  const secret = await linkOfSomebody("Анна Верная");
  expect(verdict(await ways.post("link-sessions", { secret }, at(30)))).toBe("200");
});

const byTelegram = (path: string, id: number, address: string, more: object = {}) =>
  ways.post(path, { initData: initData({ id, at: api.world.now }), ...more }, from(address));

test("a company behind one address on its first morning: forty strangers, each told what they are", async () => {
  const address = "198.51.100.20";
  const ids = Array.from({ length: 40 }, (_, n) => 7_100_000 + n);
  const refused = await Promise.all(ids.map((id) => byTelegram("telegram", id, address)));
  expect(refused.map(verdict)).toEqual(ids.map(() => "401 unauthenticated"));
  const told = await Promise.all(ids.map((id) => byTelegram("introduce", id, address)));
  expect(told.map(verdict)).toEqual(ids.map(() => "200"));
});

test("a flood of one way in shuts no other of the same address, and nobody who proves who they are", async () => {
  const address = "198.51.100.30";
  const flood = await Promise.all([
    ...Array.from({ length: 330 }, (_, n) => ways.post("link-views", guess(1_000 + n), from(address))),
    ...Array.from({ length: 40 }, () => ways.post("telegram", { initData: "forged" }, from(address))),
  ]);
  const secret = await linkOfSomebody("Борис Сосед");
  expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(300);
  expect(verdict(await ways.post("link-sessions", { secret }, from(address)))).toBe("429 rate_limited");
  expect(verdict(await ways.post("passkey-challenges", {}, from(address)))).toBe("200");
  expect(verdict(await ways.post("refresh", { refreshToken: "A".repeat(43) }, from(address)))).toBe(
    "401 unauthenticated",
  );
  expect(verdict(await byTelegram("introduce", 7_200_001, address))).toBe("200");
  expect(verdict(await byTelegram("telegram", 7_200_001, address))).toBe("401 unauthenticated");
});

test("one person or one link is tried twenty times a minute, from wherever", async () => {
  const at = (n: number) => `203.0.113.${n + 1}`;
  const person = await Promise.all(
    Array.from({ length: 24 }, (_, n) => byTelegram("introduce", 7_300_001, at(n))),
  );
  expect(person.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(person.filter(({ status }) => status === 429)).toHaveLength(4);
  const link = await Promise.all(
    Array.from({ length: 24 }, (_, n) => ways.post("link-views", guess(5_000), from(at(n)))),
  );
  expect(link.filter(({ status }) => status === 429)).toHaveLength(4);
  expect(verdict(await byTelegram("introduce", 7_300_002, at(1)))).toBe("200");
});
