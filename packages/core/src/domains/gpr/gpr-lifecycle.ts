import { schema } from "@stsphera/db";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Context, defineLifecycle, makerOf, type Tx } from "../../kernel/index.ts";
import { gprCase, gprDecisions, gprWorkflow } from "./gpr-workflow.ts";
import { currentGpr, type GprVersionRow, type LoadedGpr } from "./load-gpr.ts";

const { gprRows, gprSignatures } = schema;

/** Signatures that are missing besides those that are being given. */
const missing = ({ signatures, signing }: LoadedGpr) =>
  signatures.filter((one) => one.signedAt === null && !signing.some(({ id }) => id === one.id));

/** The moves of a version: what is sent is fixed with its dates and its signers, and let go with its signatures. */
export const gprLifecycle = defineLifecycle({
  entity: "gpr",
  workflow: gprWorkflow,
  input: null,
  table: schema.gprVersions,
  rowOf: ({ gpr }: LoadedGpr) => gpr,
  caseOf: (gpr: GprVersionRow, loaded) =>
    gprCase(gpr, loaded.signatures, loaded.actor, missing(loaded).length),
  tracked: ["status", "hash", "sentAt", "activatedAt"],
  columns: ({ ctx, loaded: { sending } }, to) => {
    if (to === "draft") return { status: to, hash: null, sentAt: null };
    if (sending !== null) return { status: to, hash: sending.hash, sentAt: ctx.now };
    return to === "active" ? { status: to, activatedAt: ctx.now } : { status: to };
  },
  effects: async (tx, { ctx, move, loaded, after }) => {
    if (move === "send") await fix(tx, ctx, loaded);
    else if (move === "sign") await sign(tx, makerOf({ ctx }), ctx, loaded);
    else await release(tx, ctx, after.id);
    return {};
  },
  payload: ({ after }) => ({ number: after.number, to: after.status }),
  current: currentGpr,
  decisionsOf: ({ status, sentAt }, loaded) =>
    gprDecisions(
      status,
      loaded.sending?.signers.map((one) => ({ ...one, askedAt: sentAt ?? new Date(0), signedAt: null })) ??
        missing(loaded),
    ),
});

/** Stores the dates that are signed, and the signers. */
async function fix(tx: Tx, ctx: Context, { gpr, sending }: LoadedGpr): Promise<void> {
  if (sending === null) throw new Error("nothing is being sent");
  const dates = [...sending.content.dates].map(([key, { start, finish }]) => ({ key, start, finish }));
  await tx.execute(sql`
    update gpr_rows r set start_on = x.start, finish_on = x.finish
    from jsonb_to_recordset(${JSON.stringify(dates)}::text::jsonb) as x(key uuid, start date, finish date)
    where r.gpr_id = ${gpr.id} and r.key = x.key`);
  const signers = sending.signers.map((one) => ({ ...one, gprId: gpr.id, askedAt: ctx.now }));
  await tx.insert(gprSignatures).values(signers);
}

async function sign(tx: Tx, signedBy: number, { now }: Context, { gpr, signing }: LoadedGpr): Promise<void> {
  const ids = signing.map(({ id }) => id);
  await tx
    .update(gprSignatures)
    .set({ signedAt: now, signedBy, hash: gpr.hash })
    .where(inArray(gprSignatures.id, ids));
}

/** A draft again: its signatures are void, its dates follow its rows. */
async function release(tx: Tx, { now }: Context, gprId: number): Promise<void> {
  await tx
    .update(gprSignatures)
    .set({ voidedAt: now })
    .where(and(eq(gprSignatures.gprId, gprId), isNull(gprSignatures.voidedAt)));
  await tx.update(gprRows).set({ startOn: null, finishOn: null }).where(eq(gprRows.gprId, gprId));
}
