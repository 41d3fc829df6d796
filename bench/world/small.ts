import { createDatabase } from "@stsphera/db";
import { seed } from "../../packages/seed/src/index.ts";
import { INSERT_NOTIFICATIONS } from "./notifications.ts";
import { NOW } from "./world.ts";

/** The demo story without photos, with notifications for everybody. */
export async function fillSmall(url: string): Promise<void> {
  const db = createDatabase(url, { max: 2, applicationName: "stsphera-bench" });
  try {
    await seed({ db, now: NOW, log: () => undefined });
    await db.sql.unsafe(INSERT_NOTIFICATIONS, [NOW.toISOString()]);
  } finally {
    await db.close();
  }
}
