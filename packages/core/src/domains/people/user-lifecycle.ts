import { schema } from "@stsphera/db";
import { defineLifecycle, type Step, wordsOf } from "../../kernel/index.ts";
import type { Role } from "@stsphera/rbac";
import type { UserMove } from "@stsphera/contracts/vocabulary";
import { joinOnApproval, type WaitingUse } from "../invitations/index.ts";
import { rightsLost } from "../rights/index.ts";
import { assertNotLastAdmin, type LockedPerson } from "./lock-person.ts";
import { presentUser, type UserRow } from "./present-user.ts";
import { userDecisions } from "./user-decisions.ts";
import { userCase, userWorkflow } from "./user-workflow.ts";

const { users } = schema;

/** A person with the invitations that wait with him for an admin. */
export type LoadedUser = LockedPerson & { waiting: WaitingUse[] };
type UserStep = Step<LoadedUser, UserMove>;

/**
 * The moves of accounts. A person who was invited joins his objects as he is let in; with the access of one who is
 * deactivated ends all that he gave out, in the same transaction.
 */
export const userLifecycle = defineLifecycle({
  entity: "user",
  workflow: userWorkflow,
  table: users,
  rowOf: ({ row }: LoadedUser) => row,
  caseOf: (row: UserRow) => userCase(row),
  tracked: ["status", "role"],
  columns: (step, to) => ({ status: to, role: chosenRole(step) ?? step.loaded.row.role }),
  effects: async (tx, step) => {
    const { move, ctx, loaded, after } = step;
    if (move === "deactivate") {
      assertNotLastAdmin(loaded);
      return rightsLost(tx, ctx, { userId: after.id, objectId: null });
    }
    const chosen = move === "approve" ? chosenRole(step) : undefined;
    if (chosen === undefined) return { payload: { objects: [] } };
    const joined = await joinOnApproval(tx, after.id, loaded.waiting, { chosen, now: ctx.now });
    return { changes: joined.changes, events: joined.events, payload: { objects: joined.objects } };
  },
  payload: ({ input, after }) => {
    const reason = wordsOf(input);
    return { userId: after.id, role: after.role, ...(reason === null ? {} : { reason }) };
  },
  current: presentUser,
  decisionsOf: userDecisions,
});

/** The role a person is let in with: the one that is named, else that of his newest invitation. */
function chosenRole({ move, input, loaded }: UserStep): Role | undefined {
  if (move !== "approve") return undefined;
  return (input["role"] as Role | undefined) ?? loaded.waiting.at(-1)?.role;
}
