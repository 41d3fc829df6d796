import { afterAll, beforeAll, expect, test } from "vitest";
import { Hono } from "hono";
import type { ApiEnv, AppDeps } from "../deps.ts";
import { COSTLY, LIMITS } from "../limits.ts";
import { mountAuditFile } from "../routes/audit-file.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { mountPersonalDataFile } from "../routes/personal-data-file.ts";
import { mountShiftFiles } from "../routes/shift-reports.ts";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await openApi(() => ({ limits: LIMITS }));
});
afterAll(() => api.close());

const signIn = (address: string) =>
  api.call("POST", "/api/auth/telegram", {
    body: { initData: "x" },
    headers: { "x-forwarded-for": address },
  });

test("an address may sign in ten times, then must wait; another address may go on", async () => {
  for (let n = 0; n < 10; n++) expect((await signIn("198.51.100.1")).status).toBe(401);
  const refused = await signIn("198.51.100.1");
  expect(verdict(refused)).toBe("429 rate_limited");
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(6);
  expect(errorOf(refused).message).toContain(String(seconds));
  expect((await signIn("198.51.100.2")).status).toBe(401);
});

test("a user who sends more than sixty requests at once must wait, others may go on", async () => {
  const [foreman, manager] = [await api.world.as("construction_itr"), await api.world.as("project_manager")];
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => api.call("GET", "/api/notifications/summary", { as: foreman })),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(60);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ headers }) => headers.get("retry-after") === "1")).toBe(true);
  expect((await api.call("GET", "/api/me", { as: manager })).status).toBe(200);
});

test("a user who asks for many files at once must wait, others may go on", async () => {
  const [engineer, buyer] = [await api.world.as("pto"), await api.world.as("supply")];
  const file = "/api/objects/1999999999/shift-report/file?kind=journal&date=2026-09-01";
  const asked = (as: typeof engineer) => api.call("GET", file, { as });
  for (let n = 0; n < 6; n++) expect((await asked(engineer)).status).toBe(404);
  const refused = await asked(engineer);
  expect(verdict(refused)).toBe("429 rate_limited");
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(2);
  expect((await asked(buyer)).status).toBe(404);
  expect((await api.call("GET", "/api/me", { as: engineer })).status).toBe(200);
});

test("every costly pattern is that of a route", () => {
  const files = new Hono<ApiEnv>();
  for (const mountFile of [mountAuditFile, mountShiftFiles, mountPersonalDataFile])
    mountFile(files, {} as AppDeps);
  const paths = [...ENDPOINTS, ...files.routes].map(({ path }): string => path);
  const isKnown = (pattern: string) =>
    pattern.endsWith("/*")
      ? paths.some((path) => path.startsWith(pattern.slice(0, -1)))
      : paths.includes(pattern);
  expect(COSTLY.filter(([pattern]) => !isKnown(pattern))).toEqual([]);
  expect(files.routes.filter(({ path }) => COSTLY.every(([pattern]) => pattern !== path))).toEqual([]);
});
