import { createDatabase } from "@stsphera/db";
import { DECISION_SOURCES } from "../../packages/core/src/domains/index.ts";
import { addDueDecisions } from "../../packages/core/src/platform/decisions/index.ts";

/** Fills the pending decisions for all data, without the audit rows of the nightly check. */
export async function fillDecisions(url: string): Promise<void> {
  const db = createDatabase(url, { max: 1, applicationName: "stsphera-bench" });
  try {
    await db.orm.transaction((tx) => addDueDecisions(tx, DECISION_SOURCES));
  } finally {
    await db.close();
  }
}
