import { createDatabase } from "@stsphera/db";
import { createTestDatabase } from "@stsphera/db/testing";
import { expect, test } from "vitest";
import { EXPECTED_COUNTS, EXPECTED_DIFFERENCES } from "./checks/expected.ts";
import { readCounts } from "./checks/read-counts.ts";
import { seed } from "./seed.ts";
import { forget, idOf, tell } from "./testing/play-story.ts";

test.each([
  ["the Monday after the New Year's holidays", "2026-01-12T09:00:00.000Z", "2026-01-12"],
  ["the night after a Sunday, whose site day lasts until six", "2026-11-22T22:30:00.000Z", "2026-11-22"],
])("seeded on %s it is consistent, too, without a store", async (_name, now, today) => {
  const story = await tell(now);
  try {
    const counts = await readCounts(story.db, await idOf(story, "СПК Блок Б"), today);
    expect(counts).toMatchObject({ ...EXPECTED_COUNTS, ...EXPECTED_DIFFERENCES });
    expect(await story.db.read("select id from files", [])).toEqual([]);
    expect(story.lines).toContain("No file store is set: the entries and the tasks have no photos.");
  } finally {
    await forget(story);
  }
});

test("a story with a wrong result leaves nothing behind", async () => {
  const database = await createTestDatabase();
  const db = createDatabase(database.url, { max: 2 });
  await db.sql`update work_types set norm_hours = 5.3 where code = 'МОД'`;
  const telling = seed({ db, now: new Date("2026-09-10T07:00:00.000Z"), log: () => undefined });
  await expect(telling).rejects.toThrow(/man-hours planned: 16057\.536 instead of 15942\.336/);
  const left = await db.read("select id from users union all select id from objects", []);
  expect(left).toEqual([]);
  await db.close();
  await database.drop();
});
