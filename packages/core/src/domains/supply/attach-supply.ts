import { attachSupplyInput, id } from "@stsphera/contracts";
import { z } from "zod";
import { command, forbidden, invalidField } from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { judged, lockOrder, subjectOf } from "./load-order.ts";
import { attachingRight, rightOver } from "./supply-workflow.ts";

/** Adds photos and papers to an order: waybill, certificates. */
export const attachSupply = command({
  name: "supply.attach",
  permissions: ["supply.request", "supply.update", "supply.receive"],
  input: z.strictObject({ orderId: id, ...attachSupplyInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, { order, object }) => {
    const permission = attachingRight(ctx.actor, order);
    if (permission === null) throw forbidden("supply.request");
    assertObjectOpen(object);
    return permission;
  },
  execute: async (tx, { ctx, input: { fileIds }, target: loaded, verdict: permission }) => {
    const { order } = loaded;
    const subject = subjectOf(order);
    const files = await attachFiles(tx, ctx, subject, { objectId: order.objectId, fileIds });
    if (files.length === 0) throw invalidField("fileIds", "nothing_to_change");
    return {
      result: { id: order.id, version: order.version, status: order.status },
      changes: [
        {
          ...subject,
          right: rightOver(ctx.actor, permission, judged(order, loaded)),
          before: null,
          after: { files },
        },
      ],
      events: [{ ...subject, type: "supply.changed", payload: { title: order.title, fields: ["files"] } }],
    };
  },
});
