import { changeRoleInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, invalidField } from "../../kernel/index.ts";
import { updateAuthorsDecisions } from "../facts/index.ts";
import { rightsLost } from "../rights/index.ts";
import { assertNotLastAdmin, lockPersonAmongAdmins } from "./lock-person.ts";
import { cardOfRow, mayChangeRole, presentUser } from "./present-user.ts";

const { users } = schema;

/**
 * Gives an active user another company role. Roles on objects stay, but an observer counts as an observer there too;
 * what the user gave out by the old role ends with it.
 */
export const changeUserRole = command({
  name: "user.change_role",
  permissions: ["roles.manage"],
  input: z.strictObject({ userId: id, ...changeRoleInput.shape }),
  load: (tx, ctx, { userId }) => lockPersonAmongAdmins(tx, ctx, { userId, permission: "roles.manage" }),
  authorize: (ctx, target, { role, version }) => {
    const { row } = target;
    if (ctx.actor.kind === "user" && ctx.actor.id === row.id) throw forbidden("roles.manage", "own_account");
    assertVersion(row, version, presentUser(row));
    if (!mayChangeRole(ctx.actor, row)) throw new DomainError("conflict", { sentence: "person_not_active" });
    if (role === row.role) throw invalidField("role", "role_same");
    assertNotLastAdmin(target);
  },
  execute: async (tx, { ctx, input, target: { row } }) => {
    const [after] = await tx
      .update(users)
      .set({ role: input.role, version: row.version + 1 })
      .where(and(eq(users.id, row.id), eq(users.version, row.version)))
      .returning();
    if (after === undefined) throw new DomainError("version_conflict", { current: presentUser(row) });
    await updateAuthorsDecisions(tx, after.id, after.role);
    const lost = await rightsLost(tx, ctx, { userId: row.id, objectId: null });
    const subject = { objectId: null, entityType: "user", entityId: row.id };
    return {
      result: cardOfRow(ctx, after),
      changes: [{ ...subject, before: { role: row.role }, after: { role: after.role } }, ...lost.changes],
      events: [
        {
          ...subject,
          type: "user.role_changed",
          payload: { userId: row.id, from: row.role, to: after.role },
        },
        ...lost.events,
      ],
    };
  },
});
