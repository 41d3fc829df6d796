import type { UserTransitionAnswer } from "@stsphera/contracts";
import { type Context, transitionCommand, type Tx } from "../../kernel/index.ts";
import { waitingUses } from "../invitations/index.ts";
import { lockPersonAmongAdmins } from "./lock-person.ts";
import { cardOfRow } from "./present-user.ts";
import { readOpenWork } from "./read-leavings.ts";
import { type LoadedUser, userLifecycle } from "./user-lifecycle.ts";

/**
 * Approves or rejects a new user, deactivates or reactivates a user, or erases their personal data. Never the actor's own account, never the last
 * admin. The answer to a deactivation or erasure lists what the user leaves behind.
 */
export const changeUserStatus = transitionCommand(userLifecycle, {
  name: "user.change_status",
  id: "userId",
  load: lockUser,
  answer: async (ctx, user, { tx }): Promise<UserTransitionAnswer> => ({
    ...cardOfRow(ctx, user),
    ...(user.status === "deactivated" || user.status === "erased"
      ? { leaves: await readOpenWork(tx, user.id) }
      : {}),
  }),
});

async function lockUser(tx: Tx, ctx: Context, userId: number): Promise<LoadedUser> {
  const person = await lockPersonAmongAdmins(tx, ctx, { userId, permission: "users.manage" });
  return { ...person, waiting: asks(person.row.status) ? await waitingUses(tx, ctx, userId) : [] };
}

/** A refused person may still be let in, by the invitation that waits with them too. */
const asks = (status: string): boolean => status === "pending" || status === "rejected";
