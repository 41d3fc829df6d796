import { id, signGprInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import {
  type Change,
  command,
  type Context,
  DomainError,
  type DomainEvent,
  invalidField,
  type NonEmpty,
  personOf,
  type Tx,
  type Verdict,
} from "../../kernel/index.ts";
import type { GprMove } from "@stsphera/contracts/vocabulary";
import { assertObjectOpen, type ObjectRow } from "../objects/index.ts";
import { activateGpr } from "./activate-gpr.ts";
import { closeAnswers } from "./forecast/ask-owners.ts";
import { carryFacts } from "./forecast/write-forecast.ts";
import { gprLifecycle } from "./gpr-lifecycle.ts";
import { signsFor } from "./gpr-workflow.ts";
import { currentGpr, type LoadedGpr, lockGprAndObject, type SignatureRow, subjectOf } from "./load-gpr.ts";

const { gprVersions } = schema;

type Loaded = LoadedGpr<ObjectRow>;

/**
 * Signs a version: for oneself, or for an absent signer one stands in for. The last signature puts it in force. The hash
 * says what was read; a signature is not taken back.
 */
export const signGpr = command({
  name: "gpr.sign",
  permissions: ["gpr.sign"],
  lifecycle: gprLifecycle,
  input: z.strictObject({ gprId: id, ...signGprInput.shape }),
  load: async (tx, ctx, { gprId, role }): Promise<Loaded> => {
    const loaded = await lockGprAndObject(tx, ctx, gprId);
    return { ...loaded, signing: signaturesOf(ctx, loaded, role) };
  },
  authorize: (ctx, loaded, { hash, role, overrideReason }) => {
    const { gpr, signatures } = loaded;
    const override = overrideReason !== undefined;
    const verdict = gprLifecycle.judge(ctx, loaded, { move: "sign" }, { version: gpr.version, override });
    assertObjectOpen(loaded.object);
    if (gpr.hash?.startsWith(hash) !== true)
      throw new DomainError("version_conflict", { current: currentGpr(gpr) });
    if (!verdict.overridden) {
      if (loaded.signing.length === 0) throw new DomainError("conflict", { sentence: "gpr_signed_already" });
      return { verdict, signing: loaded.signing };
    }
    const signing = signatures.filter((one) => one.role === role && one.signedAt === null);
    if (signing.length === 0) throw invalidField("role", "gpr_role_of_signature");
    return { verdict, signing };
  },
  execute: async (tx, { ctx, input, target, verdict: { verdict, signing } }) => {
    const loaded: Loaded = { ...target, signing };
    const onBehalfOf = verdict.overridden ? null : principalOf(ctx, signing);
    const judged: Verdict<GprMove> = { ...verdict, right: { ...verdict.right, onBehalfOf } };
    const isLast = loaded.signatures.every((one) => one.signedAt !== null || signing.includes(one));
    const archived = isLast ? await archiveFormer(tx, ctx, loaded) : [];
    const step = { ctx, loaded, move: judged.move, input, verdict: judged };
    const { after, changes, events } = await gprLifecycle.make(tx, step);
    const [main, ...others] = changes;
    const roles = signing.map(({ role }) => role);
    const signed: NonEmpty<Change> = [
      { ...main, after: { ...main.after, roles, signedHash: after.hash } },
      ...others,
    ];
    const active = isLast ? await activateGpr(tx, ctx, loaded, after) : { changes: [], events: [] };
    return {
      result: gprLifecycle.stateOf(ctx, after, loaded),
      changes: [...signed, ...archived, ...active.changes] as NonEmpty<Change>,
      events: [...told(events, roles, isLast), ...active.events],
    };
  },
});

/** Missing signatures of the actor, else those of the first signer the actor stands in for. */
function signaturesOf(
  { actor }: Context,
  { gpr, signatures }: Loaded,
  role: string | undefined,
): readonly SignatureRow[] {
  if (actor.kind !== "user") return [];
  const missing = signatures.filter(
    (one) =>
      one.signedAt === null &&
      (role === undefined || one.role === role) &&
      signsFor(actor, gpr.objectId, one),
  );
  const own = missing.filter(({ signerId }) => signerId === actor.id);
  if (own.length > 0) return own;
  return missing.filter(({ signerId }) => signerId === missing[0]?.signerId);
}

/** The absent signer in whose name it is signed; null for oneself. */
function principalOf(ctx: Context, [first]: readonly SignatureRow[]): number | null {
  return first === undefined || first.signerId === personOf(ctx).id ? null : first.signerId;
}

/** The event of the last signature is that of the activation. */
const told = (events: readonly DomainEvent[], roles: readonly string[], isLast: boolean): DomainEvent[] =>
  isLast ? [] : events.map((event) => ({ ...event, payload: { ...event.payload, roles } }));

/** The version in force gives way before the next one takes its place. */
async function archiveFormer(tx: Tx, ctx: Context, { gpr }: Loaded): Promise<Change[]> {
  const rows = await tx
    .update(gprVersions)
    .set({ status: "archived", archivedAt: ctx.now })
    .where(and(eq(gprVersions.objectId, gpr.objectId), eq(gprVersions.status, "active")))
    .returning();
  const changes: Change[] = [];
  for (const row of rows) {
    const by = "system:gpr_activated";
    changes.push({ ...subjectOf(row), before: { status: "active" }, after: { status: "archived" }, by });
    changes.push(...(await closeAnswers(tx, ctx, row.id)));
    await carryFacts(tx, row.id, gpr.id);
  }
  return changes;
}
