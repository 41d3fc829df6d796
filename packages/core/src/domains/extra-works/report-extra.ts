import { id, reportExtraInput } from "@stsphera/contracts";
import { fitsUnit } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden, insertRow, invalidField, personOf, writeDecisions } from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";
import { extraDecisions } from "./extra-workflow.ts";
import { subjectOf } from "./load-extra.ts";

/** Reports work that the contract does not contain; the project managers decide on it. */
export const reportExtra = command({
  name: "extra.report",
  permissions: ["extra.report"],
  input: z.strictObject({ objectId: id, ...reportExtraInput.shape }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, quantity, unit }) => {
    if (!can(ctx.actor, "extra.report", { objectId })) throw forbidden("extra.report");
    assertObjectOpen(object);
    if (!fitsUnit(quantity, unit)) throw invalidField("quantity", "quantity_whole", { quantity, unit });
  },
  execute: async (tx, { ctx, input: { fileIds, ...fields } }) => {
    const extra = await insertRow(tx, schema.extraWorks, {
      ...fields,
      status: "reported",
      statusSince: ctx.now,
      stage: "verbal",
      stageSince: ctx.now,
      authorId: personOf(ctx).id,
      createdAt: ctx.now,
    });
    const subject = subjectOf(extra);
    await writeDecisions(tx, subject, extraDecisions(extra));
    const files = await attachFiles(tx, ctx, subject, { objectId: extra.objectId, fileIds });
    const { title, quantity, unit, place, orderedBy, status } = extra;
    return {
      result: { id: extra.id, version: extra.version, status },
      changes: [
        { ...subject, before: null, after: { title, quantity, unit, place, orderedBy, status, files } },
      ],
      events: [{ ...subject, type: "extra.reported", payload: { title } }],
    };
  },
});
