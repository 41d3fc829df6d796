import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  addDecisions,
  type Decision,
  personJson,
  subjectAs,
  type Tx,
  writeDecisions,
} from "../../kernel/index.ts";
import { type DecisionSource, within } from "../../platform/decisions/index.ts";
import { CONFIRM_ENTRIES, seesDayShifts } from "../objects/index.ts";
import { dayToConfirm } from "./day-to-confirm.ts";
import type { Entry } from "./load-entry.ts";

const { dailyPlanFact, users } = schema;

type WaitingEntry = Pick<
  Entry,
  "id" | "objectId" | "kind" | "status" | "authorId" | "date" | "createdAt" | "decidedAt"
>;

const subjectOf = subjectAs("fact");
/** The right by which authors correct what was returned to them. */
const BY_AUTHOR = { permission: "fact.reverse", relation: "author" } as const;

/**
 * The decisions that wait for an entry in this state; none for a reversed one. Submitted entries of a day are one item;
 * a returned one waits for its author.
 */
export function factDecisions(entry: WaitingEntry, authorIsInstaller: boolean): readonly Decision[] {
  if (entry.kind !== "work") return [];
  if (entry.status === "returned") return [returnedTo(entry)];
  if (entry.status !== "submitted") return [];
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

const returnedTo = ({ authorId, date, createdAt, decidedAt }: WaitingEntry): Decision => ({
  kind: "fact_returned",
  ...BY_AUTHOR,
  holderId: authorId,
  dueOn: date,
  since: decidedAt ?? createdAt,
});

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

const RETURNED = `select json_build_object('title', w.name || ' · ' || fa.code || ' ' || fl.code,
      'text', f.return_reason, 'who', ${personJson("f.decided_by")}, 'version', f.version)
    from daily_plan_fact f join work_types w on w.id = f.work_type_id join facades fa on fa.id = f.facade_id
      join floor_volumes v on v.id = f.floor_volume_id join floors fl on fl.id = v.floor_id
    where f.id = p.id`;

/** Entries wait for users who may confirm them, except the author; returned ones for the author. */
export const factDecisionSource: DecisionSource = {
  entityType: "fact",
  table: "daily_plan_fact",
  decidedBy: [...CONFIRM_ENTRIES, BY_AUTHOR],
  actions: { fact_days: [{ key: "open" }], fact_returned: [{ key: "open" }] },
  shown: (waiting) => `select case p.kind when 'fact_returned' then (${RETURNED})
    ${waiting === null ? "" : `when 'fact_days' then (${dayToConfirm(waiting)})`} end`,
  seenBy: (actor, item) => {
    const { day, objectId } = item;
    if (day === null || objectId === null || seesDayShifts(actor, objectId)) return item;
    const { figures: _notTheirs, ...counts } = day;
    return { ...item, day: counts };
  },
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
      .where(
        within(
          dailyPlanFact.id,
          part,
          inArray(dailyPlanFact.status, ["submitted", "returned"]),
          notExists(reversed),
        ),
      )
      .orderBy(dailyPlanFact.id)
      .limit(part.limit);
    return rows.map(({ entry, role }) => ({
      ...subjectOf(entry),
      decisions: factDecisions(entry, role === "installer"),
    }));
  },
};
