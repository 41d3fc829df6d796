import { EXTRA_STAGES, followExtraInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden, personOf, updateRow } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { currentExtra, lockExtra, subjectOf } from "./load-extra.ts";
import { presentStage } from "./present-stage.ts";

const { extraWorks, extraWorkSteps } = schema;

/** Records the next step of an extra work on its way to the customer, with the document that proves it. */
export const followExtra = command({
  name: "extra.follow",
  permissions: ["extra.decide"],
  input: z.strictObject({ extraId: id, ...followExtraInput.shape }),
  load: (tx, ctx, { extraId }) => lockExtra(tx, ctx, extraId),
  authorize: (ctx, { extra, object }, { version }) => {
    if (!can(ctx.actor, "extra.decide", { objectId: extra.objectId })) throw forbidden("extra.decide");
    assertVersion(extra, version, currentExtra(extra));
    assertObjectOpen(object);
    if (extra.status === "rejected") throw new DomainError("conflict", { sentence: "extra_rejected" });
    const next = EXTRA_STAGES[EXTRA_STAGES.indexOf(extra.stage) + 1];
    if (next === undefined) throw new DomainError("conflict", { sentence: "extra_presented" });
    return next;
  },
  execute: async (tx, { ctx, input: { document }, target: { extra }, verdict: stage }) => {
    const after = await updateRow(tx, extraWorks, extra, { stage, stageSince: ctx.now }, currentExtra);
    const step = { extraId: extra.id, stage, document, byId: personOf(ctx).id, at: ctx.now };
    await tx.insert(extraWorkSteps).values(step);
    const subject = subjectOf(extra);
    return {
      result: presentStage(after),
      changes: [{ ...subject, before: { stage: extra.stage }, after: { stage, document } }],
      events: [{ ...subject, type: "extra.followed", payload: { title: extra.title, stage } }],
    };
  },
});
