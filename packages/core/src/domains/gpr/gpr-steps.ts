import { schema } from "@stsphera/db";
import type { Patch } from "@stsphera/schedule/versions";
import { and, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { type Context, personOf, type Tx } from "../../kernel/index.ts";

const { gprSteps } = schema;

export type StepRow = typeof gprSteps.$inferSelect;

/** A step as stored: what changed, and the first day where that changed too. */
export type StoredStep = { patch: Patch; start: { before: string; after: string } | null };

/** Keeps a step of the actor, so that it can be taken back. */
export async function keepStep(tx: Tx, ctx: Context, gprId: number, step: StoredStep): Promise<void> {
  await tx.insert(gprSteps).values({ gprId, patch: step, authorId: personOf(ctx).id, at: ctx.now });
}

/** The actor's newest step that was not taken back. */
export async function lastStep(tx: Tx, ctx: Context, gprId: number): Promise<StepRow | undefined> {
  const mine = and(eq(gprSteps.gprId, gprId), eq(gprSteps.authorId, personOf(ctx).id));
  const [step] = await tx
    .select()
    .from(gprSteps)
    .where(and(mine, isNull(gprSteps.undoneAt)))
    .orderBy(desc(gprSteps.id))
    .limit(1);
  return step;
}

/** The actor's step that was taken back last and can be repeated: the first one behind those that stand. */
export async function stepToRepeat(tx: Tx, ctx: Context, gprId: number): Promise<StepRow | undefined> {
  const mine = and(eq(gprSteps.gprId, gprId), eq(gprSteps.authorId, personOf(ctx).id));
  const standing = (await lastStep(tx, ctx, gprId))?.id ?? 0;
  const [step] = await tx
    .select()
    .from(gprSteps)
    .where(and(mine, isNotNull(gprSteps.undoneAt), gt(gprSteps.id, standing)))
    .orderBy(sql`${gprSteps.id}`)
    .limit(1);
  return step;
}

export async function markStep(tx: Tx, step: StepRow, undoneAt: Date | null): Promise<void> {
  await tx.update(gprSteps).set({ undoneAt }).where(eq(gprSteps.id, step.id));
}

/** SQL: whether the user $2 has a step of version `v` to take back, and one to repeat. */
export const STEPS_JSON = `(select json_build_object(
      'undo', count(*) filter (where s.undone_at is null) > 0,
      'redo', coalesce(max(s.id) filter (where s.undone_at is not null), 0)
        > coalesce(max(s.id) filter (where s.undone_at is null), 0))
    from gpr_steps s where s.gpr_id = v.id and s.author_id = $2)`;
