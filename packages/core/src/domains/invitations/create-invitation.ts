import { createInvitationInput, id, type Invitation } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, invalidField, personOf, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockObject } from "../objects/index.ts";
import { comesInAtOnce, newInvitationCode } from "./invitation-rules.ts";

const { crews, invitations } = schema;
const DAY_MS = 86_400_000;

/** Creates a link that adds users to the object in a role. Its code is in the answer, never in the audit log. */
export const createInvitation = command({
  name: "invitation.create",
  permissions: ["object.invite"],
  input: z.strictObject({ objectId: id, ...createInvitationInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object) => {
    if (!can(ctx.actor, "object.invite", { objectId: object.id })) throw forbidden("object.invite");
    assertObjectOpen(object);
  },
  execute: async (tx, { ctx, input, target: object }) => {
    const { role, crewId, days, maxUses } = input;
    const crew = crewId === undefined ? null : await crewOf(tx, object.id, crewId);
    const maker = personOf(ctx);
    const values = {
      code: newInvitationCode(),
      objectId: object.id,
      role,
      crewId: crew?.id ?? null,
      maxUses,
      expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
      createdBy: maker.id,
      createdAt: ctx.now,
    };
    const [row] = await tx.insert(invitations).values(values).returning();
    if (row === undefined) throw new Error("an invitation was not stored");
    const subject = { entityType: "invitation", entityId: row.id, objectId: object.id };
    const { code: _code, ...told } = values;
    const result: Invitation = {
      id: row.id,
      code: row.code,
      objectId: object.id,
      role,
      crew,
      immediate: comesInAtOnce(role),
      maxUses,
      uses: 0,
      waiting: 0,
      state: "open",
      expiresAt: row.expiresAt.toISOString(),
      createdBy: { id: maker.id, fullName: maker.fullName },
      createdAt: ctx.now.toISOString(),
      revokedAt: null,
      version: row.version,
    };
    return {
      result,
      changes: [{ ...subject, before: null, after: told }],
      events: [{ ...subject, type: "invitation.created", payload: { role, maxUses } }],
    };
  },
});

async function crewOf(tx: Tx, objectId: number, crewId: number): Promise<{ id: number; name: string }> {
  const [crew] = await tx
    .select({ id: crews.id, name: crews.name, objectId: crews.objectId })
    .from(crews)
    .where(eq(crews.id, crewId));
  if (crew === undefined || crew.objectId !== objectId) throw invalidField("crewId", "unknown_crew");
  return { id: crew.id, name: crew.name };
}
