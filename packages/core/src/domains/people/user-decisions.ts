import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import {
  type Decision,
  decidingMoves,
  personRow,
  type Subject,
  type Tx,
  writeDecisions,
} from "../../kernel/index.ts";
import { type DecisionSource, dueRows } from "../../platform/decisions/index.ts";
import { askedAt } from "./asks-again-at.ts";
import type { UserRow } from "./present-user.ts";
import { userWorkflow } from "./user-workflow.ts";

const { users } = schema;

const subjectOf = ({ id }: Pick<UserRow, "id">): Subject => ({
  entityType: "user",
  entityId: id,
  objectId: null,
});

/** A registered user waits for someone who may approve, in the order in which they asked. */
export function userDecisions(
  user: Pick<UserRow, "status" | "createdAt" | "askedAgainAt">,
): readonly Decision[] {
  if (user.status !== "pending") return [];
  const since = askedAt(user);
  const dueOn = since.toISOString().slice(0, 10);
  return [{ kind: "person", permission: "users.manage", companyWide: true, dueOn, since }];
}

export const writeUserDecisions = (tx: Tx, row: UserRow): Promise<void> =>
  writeDecisions(tx, subjectOf(row), userDecisions(row));

/** Users waiting for approval. The day of registration sorts them; it is not a deadline. */
export const userDecisionSource: DecisionSource = {
  entityType: "user",
  table: "users",
  decidedBy: [{ permission: "users.manage" }],
  actions: { person: decidingMoves(userWorkflow, "pending", "users.manage") },
  shown: `select json_build_object('title', u.full_name, 'who', ${personRow("u")}, 'version', u.version, 'due', null)
    from users u where u.id = p.id`,
  due: dueRows(users, eq(users.status, "pending"), (user) => ({
    ...subjectOf(user),
    decisions: userDecisions(user),
  })),
};
