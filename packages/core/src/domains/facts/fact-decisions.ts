import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { addDecisions, type Decision, subjectAs, type Tx, writeDecisions } from "../../kernel/index.ts";
import { type DecisionSource, within } from "../../platform/decisions/index.ts";
import { CONFIRM_ENTRIES } from "../objects/index.ts";
import type { Entry } from "./load-entry.ts";

const { dailyPlanFact, users } = schema;

type WaitingEntry = Pick<Entry, "id" | "objectId" | "kind" | "status" | "authorId" | "date" | "createdAt">;

const subjectOf = subjectAs("fact");

/** The decisions that wait for an entry in this state; none for a reversed one. The entries of a day are one item. */
export function factDecisions(entry: WaitingEntry, authorIsInstaller: boolean): readonly Decision[] {
  if (entry.kind !== "work" || entry.status !== "submitted") return [];
  return [
    {
      kind: "fact_days",
      permission: "fact.confirm",
      ...(authorIsInstaller ? {} : { beyond: "installers_entries" as const }),
      exceptUserIds: [entry.authorId],
      dueOn: entry.date,
      since: entry.createdAt,
      batch: entry.date,
    },
  ];
}

/**
 * Adds the decision for a new entry. The author's row is locked until commit, so that a parallel change of role sees
 * the entry.
 */
export async function addFactDecisions(tx: Tx, entry: WaitingEntry): Promise<void> {
  if (factDecisions(entry, false).length === 0) return;
  const [author] = await tx
    .select({ role: users.role })
    .from(users)
    .where(eq(users.id, entry.authorId))
    .for("share");
  await addDecisions(tx, subjectOf(entry), factDecisions(entry, author?.role === "installer"));
}

/** Removes the decision of an entry that was decided on or reversed. */
export const clearFactDecisions = (tx: Tx, entry: Pick<Entry, "id" | "objectId">): Promise<void> =>
  writeDecisions(tx, subjectOf(entry), []);

/** Gives the open entries of an author the limit of the new role; the caller has locked the author's row. */
export async function updateAuthorsDecisions(tx: Tx, authorId: number, role: Role | null): Promise<void> {
  const beyond = role === "installer" ? null : "installers_entries";
  await tx.execute(sql`
    update pending_decisions set beyond = ${beyond}
    where entity_type = 'fact' and except_user_ids = array[${authorId}::int] and beyond is distinct from ${beyond}`);
}

/** Entries wait for users who may confirm them, except the author. */
export const factDecisionSource: DecisionSource = {
  entityType: "fact",
  table: "daily_plan_fact",
  decidedBy: CONFIRM_ENTRIES,
  actions: { fact_days: [{ key: "open" }] },
  linkOf: ({ objectId, due }) => {
    if (objectId === null) return null;
    const facts = { kind: "object", id: objectId, section: "fact" } as const;
    return due === null ? facts : { ...facts, day: due };
  },
  due: async (on, part) => {
    const reversal = alias(dailyPlanFact, "reversal");
    const reversed = on
      .select({ id: reversal.id })
      .from(reversal)
      .where(eq(reversal.reversesId, dailyPlanFact.id));
    const rows = await on
      .select({ entry: dailyPlanFact, role: users.role })
      .from(dailyPlanFact)
      .innerJoin(users, eq(users.id, dailyPlanFact.authorId))
      .where(within(dailyPlanFact.id, part, eq(dailyPlanFact.status, "submitted"), notExists(reversed)))
      .orderBy(dailyPlanFact.id)
      .limit(part.limit);
    return rows.map(({ entry, role }) => ({
      ...subjectOf(entry),
      decisions: factDecisions(entry, role === "installer"),
    }));
  },
};
