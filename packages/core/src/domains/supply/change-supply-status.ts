import { transitionCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockOrder, readLines } from "./load-order.ts";
import { supplyLifecycle } from "./supply-lifecycle.ts";

/** Makes a move of an order. */
export const changeSupplyStatus = transitionCommand(supplyLifecycle, {
  name: "supply.change_status",
  id: "orderId",
  load: lockOrder,
  assertOpen: ({ object }) => assertObjectOpen(object),
  // What may be done next depends on the lines as they are now.
  answer: async (ctx, after, { tx, loaded }) =>
    supplyLifecycle.stateOf(ctx, after, { ...loaded, lines: await readLines(tx, after.id) }),
});
