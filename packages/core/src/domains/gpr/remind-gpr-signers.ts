import { id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { currentGpr, type GprVersionRow, lockGpr, subjectOf } from "./load-gpr.ts";

/** Signers are not told the same twice within so many minutes. */
const PAUSE_MINUTES = 60;

/** Reminds all who have not signed, at once; by the working day they are reminded without it. */
export const remindGprSigners = command({
  name: "gpr.remind_signers",
  permissions: ["gpr.send"],
  input: z.strictObject({ gprId: id }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, { gpr, object }) => {
    if (!can(ctx.actor, "gpr.send", { objectId: gpr.objectId })) throw forbidden("gpr.send");
    assertObjectOpen(object);
    if (gpr.status === "pending_signatures") return;
    throw new DomainError("conflict", { sentence: "gpr_not_pending", current: currentGpr(gpr) });
  },
  execute: async (tx, { ctx, target: { gpr, signatures } }) => {
    await assertPaused(tx, ctx.now, gpr);
    const waiting = signatures.filter(({ signedAt }) => signedAt === null).length;
    return {
      result: { id: gpr.id, version: gpr.version, status: gpr.status, reminded: waiting },
      changes: [{ ...subjectOf(gpr), before: null, after: { waiting } }],
      events: [
        { ...subjectOf(gpr), type: "gpr.sign_reminder", payload: { number: gpr.number, asked: true } },
      ],
    };
  },
});

async function assertPaused(tx: Tx, now: Date, { id: gprId }: GprVersionRow): Promise<void> {
  const since = new Date(now.getTime() - PAUSE_MINUTES * 60_000).toISOString();
  const [before] = await tx.execute(sql`
    select 1 as one from audit_log a where a.entity_type = 'gpr' and a.entity_id = ${gprId} and a.action = 'gpr.remind_signers'
      and a.at > ${since}::timestamptz limit 1`);
  if (before !== undefined) throw new DomainError("conflict", { sentence: "gpr_reminded" });
}
