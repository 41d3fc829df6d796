import { EXTRA_STAGES, id, stepBackExtraInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, updateRow } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { currentExtra, lockExtra, subjectOf } from "./load-extra.ts";
import { presentStage } from "./present-stage.ts";

const { extraWorks, extraWorkSteps } = schema;

/** Takes the last step of the way to the customer back, with a reason; the step stays, marked. */
export const stepBackExtra = command({
  name: "extra.step_back",
  permissions: ["extra.decide"],
  input: z.strictObject({ extraId: id, ...stepBackExtraInput.shape }),
  load: async (tx, ctx, { extraId }) => {
    const loaded = await lockExtra(tx, ctx, extraId);
    const live = and(eq(extraWorkSteps.extraId, extraId), isNull(extraWorkSteps.undoneAt));
    const steps = await tx
      .select()
      .from(extraWorkSteps)
      .where(live)
      .orderBy(desc(extraWorkSteps.id))
      .limit(2);
    return { ...loaded, steps };
  },
  authorize: (ctx, { extra, object, steps }, { version }) => {
    if (!can(ctx.actor, "extra.decide", { objectId: extra.objectId })) throw forbidden("extra.decide");
    assertVersion(extra, version, currentExtra(extra));
    assertObjectOpen(object);
    const [last] = steps;
    if (last === undefined) throw new DomainError("conflict", { sentence: "extra_no_step" });
    return last;
  },
  execute: async (tx, { ctx, input: { reason }, target: { extra, steps }, verdict: last }) => {
    const stage = EXTRA_STAGES[EXTRA_STAGES.indexOf(extra.stage) - 1] ?? "verbal";
    // The age counts on from the step before.
    const stageSince = steps[1]?.at ?? extra.createdAt;
    const after = await updateRow(tx, extraWorks, extra, { stage, stageSince }, currentExtra);
    await tx.update(extraWorkSteps).set({ undoneAt: ctx.now }).where(eq(extraWorkSteps.id, last.id));
    const subject = subjectOf(extra);
    return {
      result: presentStage(after),
      changes: [{ ...subject, before: { stage: extra.stage }, after: { stage }, reason }],
      events: [{ ...subject, type: "extra.followed", payload: { title: extra.title, stage } }],
    };
  },
});
