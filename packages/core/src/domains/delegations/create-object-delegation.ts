import { createObjectDelegationInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq, exists } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, invalidField, personOf } from "../../kernel/index.ts";
import { assertObjectOpen, lockObject } from "../objects/index.ts";
import { assertDelegationDays } from "./delegation-days.ts";
import { writeDelegation } from "./write-delegation.ts";

const { objectRoles, users } = schema;

/**
 * The project manager appoints a deputy for a member of the object, for that object only (e.g. for a foreman on sick
 * leave): never the manager, who would sign, enter and confirm alone what takes several.
 */
export const createObjectDelegation = command({
  name: "delegation.create_for_object",
  permissions: ["delegation.object"],
  input: z.strictObject({ objectId: id, ...createObjectDelegationInput.shape }),
  load: async (tx, ctx, { objectId, principalId }) => {
    const object = await lockObject(tx, ctx, objectId);
    const held = tx
      .select({ role: objectRoles.role })
      .from(objectRoles)
      .where(and(eq(objectRoles.objectId, objectId), eq(objectRoles.userId, users.id)));
    const [principal] = await tx
      .select({ id: users.id, timeZone: users.timeZone })
      .from(users)
      .where(and(eq(users.id, principalId), eq(users.status, "active"), exists(held)));
    return { object, principal };
  },
  authorize: (ctx, { object, principal }, asked) => {
    if (!can(ctx.actor, "delegation.object", { objectId: object.id })) throw forbidden("delegation.object");
    assertObjectOpen(object);
    if (principal === undefined) throw invalidField("principalId", "not_in_team");
    if (asked.deputyId === personOf(ctx).id && asked.deputyId !== principal.id) {
      throw invalidField("deputyId", "deputy_appoints_himself");
    }
    assertDelegationDays(asked, ctx.now, principal.timeZone);
  },
  execute: (tx, { ctx, input }) => writeDelegation(tx, ctx, input),
});
