import { id, requestSupplyInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq, max } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, insertRow, personOf, type Tx, writeDecisions } from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertObjectOpen, lockObject, todayOn } from "../objects/index.ts";
import { linesOf } from "./lines-of-request.ts";
import { assertDay, lineText, subjectOf } from "./load-order.ts";
import { supplyDecisions } from "./supply-workflow.ts";

const { supplyLines, supplyOrders } = schema;

/** Asks for materials of an object; it waits for approval at once, unless it is kept as a draft. */
export const requestSupply = command({
  name: "supply.request",
  permissions: ["supply.request"],
  input: z.strictObject({ objectId: id, ...requestSupplyInput.shape }),
  // Orders of an object are numbered one after another: the second waits for the first.
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, needOn }) => {
    if (!can(ctx.actor, "supply.request", { objectId })) throw forbidden("supply.request");
    assertObjectOpen(object);
    assertDay("needOn", needOn, todayOn(ctx, object));
  },
  execute: async (tx, { ctx, input, target: object }) => {
    const { objectId, title, materialId, unit, quantity, more, fileIds, ...fields } = input;
    const first = { title, materialId, unit, quantity };
    const lines = await linesOf(tx, objectId, [first, ...more], (at, field) =>
      at === 0 ? field : `more.${at - 1}.${field}`,
    );
    const order = await insertRow(tx, supplyOrders, {
      ...fields,
      why: fields.why === "" ? null : fields.why,
      objectId,
      number: await nextNumber(tx, objectId),
      title: lines[0]?.name ?? title,
      statusSince: ctx.now,
      requesterId: personOf(ctx).id,
      createdAt: ctx.now,
    });
    await tx.insert(supplyLines).values(lines.map((line) => ({ ...line, orderId: order.id })));
    const subject = subjectOf(order);
    await writeDecisions(tx, subject, supplyDecisions({ ...order, approvalLimit: object.approvalLimit }));
    const files = await attachFiles(tx, ctx, subject, { objectId, fileIds });
    const { number, status, needOn, why, amount } = order;
    return {
      result: { id: order.id, version: order.version, status },
      changes: [
        {
          ...subject,
          before: null,
          after: { number, status, lines: lines.map(lineText), needOn, why, amount, files },
        },
      ],
      events: [
        {
          ...subject,
          type: status === "draft" ? ("supply.drafted" as const) : ("supply.requested" as const),
          payload: { title: order.title, to: status },
        },
      ],
    };
  },
});

/** The next number on the object, whose row the caller has locked; orders begin at 101. */
async function nextNumber(tx: Tx, objectId: number): Promise<number> {
  const [row] = await tx
    .select({ last: max(supplyOrders.number) })
    .from(supplyOrders)
    .where(eq(supplyOrders.objectId, objectId));
  return (row?.last ?? 100) + 1;
}
