import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../context.ts";
import { insertRows } from "../rows.ts";
import type { Subject } from "./moves.ts";
import type { Decision } from "./workflow.ts";

const { pendingDecisions } = schema;

export type DecisionRow = typeof pendingDecisions.$inferInsert;

/** A decision as a database row. */
export const decisionRow = (subject: Subject, decision: Decision): DecisionRow => {
  const { exceptUserIds = [], dueOn = null, byRoles, ...rest } = decision;
  const roles = byRoles === undefined ? null : [...byRoles].sort();
  return {
    ...subject,
    ...rest,
    byRoles: roles,
    exceptUserIds: [...exceptUserIds].sort((a, b) => a - b),
    dueOn,
  };
};

/**
 * Replaces the waiting decisions of a thing. Rights are checked when rows are read; rows have to be rewritten when
 * their holder, excepted users, limit or dates change: on every move, on a new deadline, and when the role of an
 * author changes whose entries a limit covers.
 */
export async function writeDecisions(
  tx: Tx,
  subject: Subject,
  decisions: readonly Decision[],
): Promise<void> {
  const { entityType, entityId } = subject;
  await tx
    .delete(pendingDecisions)
    .where(and(eq(pendingDecisions.entityType, entityType), eq(pendingDecisions.entityId, entityId)));
  await addDecisions(tx, subject, decisions);
}

/** Adds the decisions of a thing that had none, such as a new one. */
export const addDecisions = (tx: Tx, subject: Subject, decisions: readonly Decision[]): Promise<void> =>
  addAllDecisions(tx, [{ subject, decisions }]);

/** The same for several things. */
export async function addAllDecisions(
  tx: Tx,
  things: readonly { subject: Subject; decisions: readonly Decision[] }[],
): Promise<void> {
  const rows = things.flatMap(({ subject, decisions }) =>
    decisions.map((decision) => decisionRow(subject, decision)),
  );
  await insertRows(tx, pendingDecisions, rows);
}
