import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { DomainError, type Tx } from "../kernel/index.ts";
import type { ObjectRow } from "./load-object.ts";
import type { ObjectGuard } from "./object-workflow.ts";

const { dailyPlanFact, facades, objectRoles } = schema;

/** Refuses a move whose guard does not hold; judged under the lock of the object. */
export async function assertGuard(tx: Tx, object: ObjectRow, guard: ObjectGuard): Promise<void> {
  if (guard === "no_facts") return assertNoFacts(tx, object);
  const missing = await missingForPlanning(tx, object);
  if (missing.length === 0) return;
  const fields = missing.map((path) => ({
    path,
    reason: "needed_for_planning",
    message: "needed_for_planning",
  }));
  throw new DomainError("validation_failed", { fields, sentence: "needed_for_planning" });
}

async function assertNoFacts(tx: Tx, object: ObjectRow): Promise<void> {
  const [fact] = await tx
    .select({ id: dailyPlanFact.id })
    .from(dailyPlanFact)
    .where(eq(dailyPlanFact.objectId, object.id))
    .limit(1);
  if (fact !== undefined) throw new DomainError("conflict", { sentence: "object_has_facts" });
}

async function missingForPlanning(tx: Tx, object: ObjectRow): Promise<string[]> {
  const [manager] = await tx
    .select({ id: objectRoles.userId })
    .from(objectRoles)
    .where(and(eq(objectRoles.objectId, object.id), eq(objectRoles.role, "project_manager")))
    .limit(1);
  const [facade] = await tx
    .select({ id: facades.id })
    .from(facades)
    .where(eq(facades.objectId, object.id))
    .limit(1);
  const held = {
    contractDate: object.contractDate !== null,
    deadline: object.deadline !== null,
    projectManagerId: manager !== undefined,
    facades: facade !== undefined,
  };
  return Object.entries(held)
    .filter(([, stands]) => !stands)
    .map(([path]) => path);
}
