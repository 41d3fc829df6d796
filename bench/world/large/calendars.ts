import { createDatabase } from "@stsphera/db";
import { rebuildWorkdays } from "../../../packages/core/src/domains/calendar/index.ts";
import { rebuildPlanCurves } from "../../../packages/core/src/domains/plan/index.ts";

/** Recalculates working days or plan curves of all objects with the product's own functions. */
export async function rebuild(url: string, what: "workdays" | "plan"): Promise<void> {
  const db = createDatabase(url, { max: 1, applicationName: "stsphera-bench" });
  try {
    const objects = await db.read<{ id: number }>("select id from objects order by id", []);
    await db.orm.transaction(async (tx) => {
      for (const { id } of objects)
        await (what === "workdays" ? rebuildWorkdays(tx, id) : rebuildPlanCurves(tx, [id]));
    });
  } finally {
    await db.close();
  }
}
