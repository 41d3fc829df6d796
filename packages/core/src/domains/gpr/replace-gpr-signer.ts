import { id, replaceGprSignerInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  command,
  DomainError,
  forbidden,
  insertRow,
  invalidField,
  updateRow,
  writeDecisions,
} from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { gprDecisions } from "./gpr-workflow.ts";
import { currentGpr, lockGpr, openSignatures, subjectOf } from "./load-gpr.ts";
import { readMembers } from "./members.ts";

const { gprSignatures, gprVersions } = schema;

/** Names another signer for a role; that signature alone is asked for anew. One that was given stands. */
export const replaceGprSigner = command({
  name: "gpr.replace_signer",
  permissions: ["gpr.send"],
  input: z.strictObject({ gprId: id, ...replaceGprSignerInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, { gpr, object, signatures }, { role, signerId }) => {
    if (!can(ctx.actor, "gpr.send", { objectId: gpr.objectId })) throw forbidden("gpr.send");
    assertObjectOpen(object);
    if (gpr.status !== "pending_signatures") {
      throw new DomainError("conflict", { sentence: "gpr_not_pending", current: currentGpr(gpr) });
    }
    const former = signatures.find((one) => one.role === role);
    if (former === undefined) throw invalidField("role", "gpr_role_of_signature");
    if (former.signedAt !== null) throw new DomainError("conflict", { sentence: "gpr_signed_already" });
    // By naming oneself for every role one would sign alone what takes five.
    const isOwn = ctx.actor.kind === "user" && ctx.actor.id === signerId;
    if (isOwn && !can(ctx.actor, "roles.manage")) throw invalidField("signerId", "gpr_signer_self");
    if (former.signerId === signerId) throw invalidField("signerId", "gpr_signer_same");
    return former;
  },
  execute: async (tx, { ctx, input: { role, signerId }, target: { gpr }, verdict: former }) => {
    const members = await readMembers(tx, gpr.objectId);
    if (!members.some((one) => one.id === signerId && one.role === role)) {
      throw invalidField("signerId", "gpr_signer_role");
    }
    await tx.update(gprSignatures).set({ voidedAt: ctx.now }).where(eq(gprSignatures.id, former.id));
    await insertRow(tx, gprSignatures, { gprId: gpr.id, role, signerId, askedAt: ctx.now });
    const row = await updateRow(tx, gprVersions, gpr, {}, currentGpr);
    const subject = subjectOf(row);
    await writeDecisions(tx, subject, gprDecisions(row.status, await openSignatures(tx, row.id)));
    return {
      result: { id: row.id, version: row.version, status: row.status },
      changes: [{ ...subject, before: { role, signerId: former.signerId }, after: { role, signerId } }],
      events: [{ ...subject, type: "gpr.signer_changed", payload: { number: row.number, role, signerId } }],
    };
  },
});
