import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../context.ts";
import type { Subject } from "./moves.ts";
import type { Decision } from "./workflow.ts";

const { pendingDecisions } = schema;

export type DecisionRow = typeof pendingDecisions.$inferInsert;

/** A decision of a thing as its row. */
export const decisionRow = (subject: Subject, decision: Decision): DecisionRow => {
  const { exceptUserIds = [], dueOn = null, ...rest } = decision;
  return { ...subject, ...rest, exceptUserIds: [...exceptUserIds].sort((a, b) => a - b), dueOn };
};

/**
 * Puts what waits for whom of a thing in place of what waited before. Rights are judged when rows are read; written anew
 * are rows whose named holder, excepted people, limit or days change: with every move, with a deadline, and with the
 * role of an author whose entries a limit reaches.
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

/** Adds what waits for whom of a thing that nothing waited of before, such as one that was just made. */
export async function addDecisions(tx: Tx, subject: Subject, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await tx.insert(pendingDecisions).values(decisions.map((decision) => decisionRow(subject, decision)));
}
