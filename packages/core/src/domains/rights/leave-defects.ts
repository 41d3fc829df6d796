import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { mayHold, rolesOn, type UserActor } from "@stsphera/rbac";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { defectSubject, writeDefectDecisions } from "./defect-decisions.ts";
import { BY_RIGHTS_LOST, type Ended } from "./ended.ts";

const { defects } = schema;

/** States in which a defect is in the hands of who fixes it. */
export const IN_HAND = [
  "assigned",
  "in_work",
  "reopened",
  "disputed",
] as const satisfies readonly DefectStatus[];

/** Whether the user may be given defects of the object, as when one is assigned: a member by a role that may fix. */
const fixes = (person: UserActor, objectId: number): boolean =>
  rolesOn(person, objectId).some((role) => mayHold(role, "defect.fix"));

/**
 * Sets the defects open again that a user can fix no longer, so that they wait for somebody to be named; the managers are
 * told. What was fixed already waits for its verification as before.
 */
export async function leaveDefects(
  tx: Tx,
  { now }: Context,
  person: UserActor,
  objectId: number | null,
): Promise<Ended> {
  const held = await tx
    .select()
    .from(defects)
    .where(
      and(
        eq(defects.responsibleId, person.id),
        inArray(defects.status, [...IN_HAND]),
        ...(objectId === null ? [] : [eq(defects.objectId, objectId)]),
      ),
    )
    .orderBy(asc(defects.id))
    .for("update");
  const left = held.filter((defect) => !fixes(person, defect.objectId));
  if (left.length === 0) return { changes: [], events: [] };
  const ids = left.map(({ id }) => id);
  const open = await tx
    .update(defects)
    .set({
      status: "open",
      statusSince: now,
      responsibleId: null,
      version: sql`${defects.version} + 1`,
    })
    .where(inArray(defects.id, ids))
    .returning();
  await writeDefectDecisions(tx, open);
  return {
    changes: left.map((defect) => ({
      ...defectSubject(defect),
      before: { status: defect.status, responsibleId: person.id },
      after: { status: "open", responsibleId: null },
      ...BY_RIGHTS_LOST,
    })),
    events: left.map((defect) => ({
      ...defectSubject(defect),
      type: "defect.responsible_left",
      payload: { title: defect.title, from: defect.status, to: "open", previousId: person.id },
    })),
  };
}
