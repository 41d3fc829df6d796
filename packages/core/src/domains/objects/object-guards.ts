import { schema } from "@stsphera/db";
import { and, eq, lt, ne, sql } from "drizzle-orm";
import { DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import type { ObjectRow } from "./load-object.ts";
import { OPEN_DEFECT } from "./open-defects.ts";

const { dailyPlanFact, facades, floorVolumes, objectRoles, users } = schema;

/** Planning requires the dates, a project manager and a facade. */
export async function assertReadyForPlanning(tx: Tx, object: ObjectRow): Promise<void> {
  const missing = await missingForPlanning(tx, object);
  if (missing.length === 0) return;
  const fields = missing.map((path) => ({
    path,
    reason: "needed_for_planning",
    message: "needed_for_planning",
  }));
  throw new DomainError("validation_failed", { fields, sentence: "needed_for_planning" });
}

/** An object with ledger entries cannot be archived. */
export async function assertNoFacts(tx: Tx, object: ObjectRow): Promise<void> {
  const [fact] = await tx
    .select({ id: dailyPlanFact.id })
    .from(dailyPlanFact)
    .where(eq(dailyPlanFact.objectId, object.id))
    .limit(1);
  if (fact !== undefined) throw new DomainError("conflict", { sentence: "object_has_facts" });
}

/** Nothing critical may be left open when an object is closed. */
export async function assertNoCriticalDefects(tx: Tx, object: ObjectRow): Promise<void> {
  const [row] = await tx.execute<{ left: number }>(sql`
    select count(*)::int as left from defects t
    where t.object_id = ${object.id}::int and t.severity = 'critical' and ${sql.raw(OPEN_DEFECT)}`);
  const count = row?.left ?? 0;
  if (count > 0) throw new DomainError("conflict", { sentence: "open_critical_defects", values: { count } });
}

/** The work must be done, or the remainder described in a comment. */
export async function assertDoneOrListed(
  tx: Tx,
  object: ObjectRow,
  words: string | undefined,
): Promise<void> {
  if (words !== undefined) return;
  const [left] = await tx
    .select({ id: floorVolumes.id })
    .from(floorVolumes)
    .where(and(eq(floorVolumes.objectId, object.id), lt(floorVolumes.factQty, floorVolumes.planQty)))
    .limit(1);
  if (left !== undefined) throw invalidField("reason", "rest_required");
}

async function missingForPlanning(tx: Tx, object: ObjectRow): Promise<string[]> {
  const [manager] = await tx
    .select({ id: objectRoles.userId })
    .from(objectRoles)
    .innerJoin(
      users,
      and(eq(users.id, objectRoles.userId), eq(users.status, "active"), ne(users.role, "viewer")),
    )
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
