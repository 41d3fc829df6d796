import { id, receiveSupplyInput } from "@stsphera/contracts";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockOrder, readLines } from "./load-order.ts";
import { supplyLifecycle } from "./supply-lifecycle.ts";

/** Receives what has come of an order: the move `receive` under an address of its own. */
export const receiveSupply = command({
  name: "supply.receive",
  permissions: ["supply.receive"],
  lifecycle: supplyLifecycle,
  input: z.strictObject({ orderId: id, ...receiveSupplyInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, loaded, { version }) => {
    const verdict = supplyLifecycle.judge(ctx, loaded, { move: "receive" }, { version });
    assertObjectOpen(loaded.object);
    return { ...verdict, move: "receive" as const };
  },
  execute: async (
    tx,
    { ctx, input: { orderId: _id, version: _version, ...input }, target: loaded, verdict },
  ) => {
    const step = { ctx, loaded, move: "receive" as const, input, verdict };
    await supplyLifecycle.guards?.receive?.(tx, step);
    const { after, changes, events } = await supplyLifecycle.make(tx, step);
    const lines = await readLines(tx, after.id);
    return { result: supplyLifecycle.stateOf(ctx, after, { ...loaded, lines }), changes, events };
  },
});
