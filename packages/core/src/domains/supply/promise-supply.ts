import { id, promiseSupplyInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import {
  assertVersion,
  command,
  DomainError,
  forbidden,
  invalidField,
  updateRow,
  writeDecisions,
} from "../../kernel/index.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { assertDay, currentOrder, lockOrder, subjectOf } from "./load-order.ts";
import { recordPromise, supplyLifecycle } from "./supply-lifecycle.ts";
import { isComing, supplyDecisions } from "./supply-workflow.ts";

/** Records another day that the supplier promised, with the reason; the former days stay. */
export const promiseSupply = command({
  name: "supply.promise",
  permissions: ["supply.update"],
  input: z.strictObject({ orderId: id, ...promiseSupplyInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, { order, object }, { version, promisedOn }) => {
    if (!can(ctx.actor, "supply.update", { objectId: order.objectId })) throw forbidden("supply.update");
    assertVersion(order, version, currentOrder(order));
    assertObjectOpen(object);
    if (!isComing(order.status)) throw new DomainError("conflict", { sentence: "supply_not_promised" });
    assertDay("promisedOn", promisedOn, todayOn(ctx, object));
    if (promisedOn === order.promisedOn) throw invalidField("promisedOn", "supply_same_day");
  },
  execute: async (tx, { ctx, input: { promisedOn, reason }, target: loaded }) => {
    const { order, approvalLimit } = loaded;
    const after = await updateRow(tx, schema.supplyOrders, order, { promisedOn }, currentOrder);
    await recordPromise(tx, ctx, order.id, { promisedOn, reason });
    const subject = subjectOf(order);
    await writeDecisions(tx, subject, supplyDecisions({ ...after, approvalLimit }));
    return {
      result: supplyLifecycle.stateOf(ctx, after, loaded),
      changes: [{ ...subject, before: { promisedOn: order.promisedOn }, after: { promisedOn }, reason }],
      events: [
        {
          ...subject,
          type: "supply.promised_changed",
          payload: { title: order.title, was: order.promisedOn, reason },
        },
      ],
    };
  },
});
