import { expect, test } from "vitest";
import { createHealth } from "./health.ts";
import { createProcessMetrics } from "./metrics.ts";

test("is ready while it works and the database answers, and otherwise gives the reason", async () => {
  const now = { working: true, away: false };
  const warnings: string[] = [];
  const { databaseUp, expose } = createProcessMetrics();
  const health = createHealth({
    isWorking: () => now.working,
    readState: () => (now.away ? Promise.reject(new Error("lost")) : Promise.resolve({ waiting: 3 })),
    ping: () => (now.away ? Promise.reject(new Error("lost")) : Promise.resolve()),
    readAges: () => (now.away ? Promise.reject(new Error("lost")) : Promise.resolve({ ageSeconds: 3 })),
    expose(state) {
      databaseUp(state !== null);
      return expose();
    },
    warn: (message) => warnings.push(message),
  });
  const ready = async () => {
    const answer = await health.request("/readyz");
    return { status: answer.status, body: await answer.json() };
  };

  expect(await ready()).toEqual({
    status: 200,
    body: { ready: true, checks: { process: true, database: true }, ageSeconds: 3 },
  });
  expect(await (await health.request("/metrics")).text()).toContain("database_up 1");
  now.away = true;
  expect(await ready()).toMatchObject({ status: 503, body: { checks: { process: true, database: false } } });
  expect(await (await health.request("/metrics")).text()).toContain("database_up 0");
  expect(warnings).toEqual(["the database does not answer", "the database does not answer"]);
  Object.assign(now, { working: false, away: false });
  expect(await ready()).toMatchObject({ status: 503, body: { checks: { process: false, database: true } } });
  expect((await health.request("/healthz")).status).toBe(200);
});
