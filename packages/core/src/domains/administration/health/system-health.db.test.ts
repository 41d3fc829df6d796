import type { SystemHealth } from "@stsphera/contracts";
import { HEALTH_WORDS } from "@stsphera/contracts/administration/health-words";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONDITION_NAMES } from "../../../platform/watch/index.ts";
import { createTestWorld, refusalOf, type World } from "../../../testing/index.ts";
import { getSystemHealth } from "./get-system-health.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const ago = (hours: number) => new Date(world.now.getTime() - hours * 3_600_000);
const probes = async () => ({
  store: "away" as const,
  disk: { freeBytes: 50, totalBytes: 100 },
  certificateDays: 3,
});
const read = async (): Promise<SystemHealth> =>
  getSystemHealth.run(world.ctx(await world.as("admin"), { probes }), {});

test("trouble is said in sentences with what to do, and what waits for the administrator leads to its place", async () => {
  await world.db.sql`
    insert into ops_records (kind, at, ok, details) values
      ('heartbeat', ${world.now}, true, '{"lsn": "0/1"}'), ('backup', ${ago(2)}, true, '{}'),
      ('restore_drill', ${ago(24 * 40)}, true, '{}')`;
  await world.createUser({ status: "pending", role: null });
  const { conditions, needs } = await read();
  const texts = Object.fromEntries(
    conditions.map(({ name, text, act }) => [name, act === null ? text : [text, act]]),
  );
  expect(texts).toMatchObject({
    backup_old: "Копия сделана 2 часа назад",
    scheduler_silent: "Планировщик работает",
    disk_short: "На диске свободно 50\u00a0%",
    store_away: ["Хранилище файлов не отвечает", expect.stringContaining("Запустите хранилище")],
    certificate_expires: ["Сертификат кончится через 3 дня", expect.any(String)],
    drill_old: ["Восстановление не проверяли уже 40 дней", expect.any(String)],
  });
  const places = Object.fromEntries(needs.map(({ name, place }) => [name, place]));
  expect(places).toMatchObject({ people_waiting: "/people?status=pending", store_away: "/admin/health" });
  expect(places["backup_old"]).toBeUndefined();
});

test("every condition has words in both languages, and only administrators read them", async () => {
  for (const locale of ["ru", "en"] as const)
    expect(Object.keys(HEALTH_WORDS[locale])).toEqual([...CONDITION_NAMES]);
  const refusal = await refusalOf(getSystemHealth.run(world.ctx(await world.as("director")), {}));
  expect(refusal.details.permission).toBe("settings.manage");
});
