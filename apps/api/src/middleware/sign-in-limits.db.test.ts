import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { waysInto } from "../testing/ways-in.ts";

let api: TestApi;
let ways: ReturnType<typeof waysInto>;

beforeAll(async () => {
  api = await openApi(() => ({ limits: LIMITS }));
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
