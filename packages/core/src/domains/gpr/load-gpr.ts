import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import type { DatedContent } from "@stsphera/schedule/versions";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Context, notFound, subjectAs, type Tx } from "../../kernel/index.ts";
import { lockObject, lockObjectOf, type ObjectOfThing, type ObjectRow } from "../objects/index.ts";

const { gprSignatures, gprVersions } = schema;

export type GprVersionRow = typeof gprVersions.$inferSelect;
export type SignatureRow = typeof gprSignatures.$inferSelect;

/** A locked version with the signatures that are not void. */
export type LoadedGpr<O extends ObjectOfThing = ObjectOfThing> = {
  gpr: GprVersionRow;
  object: O;
  signatures: SignatureRow[];
  /** The signatures that are being given. */
  signing: readonly SignatureRow[];
  /** What is being sent, and to whom. */
  sending: {
    content: DatedContent;
    hash: string;
    signers: readonly Pick<SignatureRow, "role" | "signerId">[];
  } | null;
  actor: Context["actor"];
};

export const subjectOf = subjectAs("gpr");

/** The current row, for a version conflict. */
export const currentGpr = ({ id, status, version, hash }: GprVersionRow) => ({ id, status, version, hash });

/** Locks a version, and its object before it against closing; not_found when the actor may not see it. */
export const lockGpr = (tx: Tx, ctx: Context, gprId: number): Promise<LoadedGpr> =>
  lockWith(tx, ctx, gprId, (objectId) => lockObjectOf(tx, objectId));

/** The same with the object locked for a change, as a last signature makes it active. */
export const lockGprAndObject = (tx: Tx, ctx: Context, gprId: number): Promise<LoadedGpr<ObjectRow>> =>
  lockWith(tx, ctx, gprId, (objectId) => lockObject(tx, ctx, objectId));

async function lockWith<O extends ObjectOfThing>(
  tx: Tx,
  ctx: Context,
  gprId: number,
  lock: (objectId: number) => Promise<O>,
): Promise<LoadedGpr<O>> {
  const { objectId } = gprVersions;
  const [seen] = await tx.select({ objectId }).from(gprVersions).where(eq(gprVersions.id, gprId));
  if (seen === undefined || !can(ctx.actor, "gpr.view", { objectId: seen.objectId })) throw notFound();
  const object = await lock(seen.objectId);
  const [gpr] = await tx.select().from(gprVersions).where(eq(gprVersions.id, gprId)).for("update");
  if (gpr === undefined) throw notFound();
  const signatures = await openSignatures(tx, gprId);
  return { gpr, object, signatures, signing: [], sending: null, actor: ctx.actor };
}

/** The signers of a version as last named, with their signatures. */
export const openSignatures = (tx: Pick<Tx, "select">, gprId: number): Promise<SignatureRow[]> =>
  tx
    .select()
    .from(gprSignatures)
    .where(and(eq(gprSignatures.gprId, gprId), isNull(gprSignatures.voidedAt)))
    .orderBy(asc(gprSignatures.id));
