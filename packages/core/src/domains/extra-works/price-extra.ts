import { id, priceExtraInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { assertVersion, command, forbidden, updateRow } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { currentExtra, lockExtra, subjectOf } from "./load-extra.ts";
import { presentStage } from "./present-stage.ts";

/** Sets what an extra work costs the customer, or removes it. Roubles. */
export const priceExtra = command({
  name: "extra.price",
  permissions: ["object.money"],
  input: z.strictObject({ extraId: id, ...priceExtraInput.shape }),
  load: (tx, ctx, { extraId }) => lockExtra(tx, ctx, extraId),
  authorize: (ctx, { extra, object }, { version }) => {
    if (!can(ctx.actor, "object.money", { objectId: extra.objectId })) throw forbidden("object.money");
    assertVersion(extra, version, currentExtra(extra));
    assertObjectOpen(object);
  },
  execute: async (tx, { input: { price }, target: { extra } }) => {
    const after = await updateRow(tx, schema.extraWorks, extra, { price }, currentExtra);
    const subject = subjectOf(extra);
    return {
      result: presentStage(after),
      changes: [{ ...subject, before: { price: extra.price }, after: { price: after.price } }],
      events: [{ ...subject, type: "extra.followed", payload: { title: extra.title } }],
    };
  },
});
