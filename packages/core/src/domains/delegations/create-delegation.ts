import { createDelegationInput } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { command, forbidden, invalidField, notFound, personOf } from "../../kernel/index.ts";
import { assertDelegationDays } from "./delegation-days.ts";
import { writeDelegation } from "./write-delegation.ts";

/**
 * Appoints a deputy for the actor. Only rights the actor holds themselves are passed on, never those held as a
 * deputy.
 */
export const createDelegation = command({
  name: "delegation.create",
  permissions: ["delegation.own"],
  input: createDelegationInput,
  load: async (_tx, ctx, { objectId }) => {
    if (objectId !== undefined && !sees(ctx.actor, objectId)) throw notFound();
    return personOf(ctx);
  },
  authorize: (ctx, principal, asked) => {
    if (!can(ctx.actor, "delegation.own")) throw forbidden("delegation.own");
    const { objectId } = asked;
    if (objectId !== undefined && principal.objectRoles[objectId] === undefined) {
      throw invalidField("objectId", "delegation_own_roles_only");
    }
    assertDelegationDays(asked, ctx.now, principal.timeZone);
  },
  execute: (tx, { ctx, input: { objectId, ...asked }, target: principal }) =>
    writeDelegation(tx, ctx, { ...asked, objectId: objectId ?? null, principalId: principal.id }),
});
