import { fitsUnit } from "@stsphera/contracts";
import type { SupplyUnit } from "@stsphera/contracts/vocabulary";
import { invalidField } from "../../kernel/index.ts";
import { type Big, big, decimal } from "../calculation/index.ts";

/** Quantities of a line: what is ordered, shipped, received, and missing for good. */
export type Flow = {
  id: number;
  unit: SupplyUnit;
  quantity: string;
  shipped: string;
  received: string;
  waived: string;
};

/** What a shipment or a receipt names: several lines, one of them, or nothing for all that is left. */
export type Part = {
  lineId?: number | undefined;
  quantity?: string | undefined;
  lines?: readonly { lineId: number; quantity: string }[] | undefined;
};
/** A line with what of it was left, and how much of that was counted. */
export type Counted = { lineId: number; left: Big; counted: Big };

export const restOf = ({ quantity, waived, shipped }: Flow): Big =>
  big(quantity).minus(waived).minus(shipped);
export const onWayOf = ({ shipped, received }: Flow): Big => big(shipped).minus(received);
const LEFT = { rest: restOf, onWay: onWayOf };
const REFUSALS = { rest: "supply_more_than_rest", onWay: "supply_more_than_shipped" } as const;

/**
 * The lines that a shipment or a receipt counts. Throws validation_failed for a line of another order, one named twice,
 * a fraction of a whole unit, and more than is left.
 */
export function partsOf(lines: readonly Flow[], of: keyof typeof LEFT, part: Part): Counted[] {
  const open = lines.filter((line) => LEFT[of](line).gt(0));
  const named = namedIn(open, part);
  const parts = named.map(({ lineId, quantity, path }, index) => {
    const line = lines.find(({ id }) => id === lineId);
    const [idPath, quantityPath] =
      path === "" ? ["lineId", "quantity"] : [`${path}.lineId`, `${path}.quantity`];
    if (line === undefined) throw invalidField(idPath, "supply_line_elsewhere");
    if (named.findIndex((one) => one.lineId === lineId) !== index)
      throw invalidField(idPath, "supply_line_twice");
    const left = LEFT[of](line);
    const counted = quantity === undefined ? left : big(quantity);
    if (quantity !== undefined && !fitsUnit(quantity, line.unit)) {
      throw invalidField(quantityPath, "quantity_whole", { quantity, unit: line.unit });
    }
    if (counted.gt(left)) throw invalidField(quantityPath, REFUSALS[of], { left: decimal(left) });
    return { lineId, left, counted };
  });
  if (parts.every(({ counted }) => counted.eq(0))) throw invalidField("lines", "supply_nothing_counted");
  return parts;
}

function namedIn(open: readonly Flow[], { lineId, quantity, lines }: Part) {
  if (lines !== undefined) return lines.map((one, at) => ({ ...one, path: `lines.${at}` }));
  if (lineId !== undefined) return [{ lineId, quantity, path: "" }];
  const [only] = open;
  if (quantity === undefined) return open.map(({ id }) => ({ lineId: id, quantity, path: "" }));
  if (open.length !== 1 || only === undefined) throw invalidField("lineId", "supply_which_line");
  return [{ lineId: only.id, quantity, path: "" }];
}

const changed = <F extends Flow>(
  lines: readonly F[],
  parts: readonly Counted[],
  change: (line: F, part: Counted) => Partial<Flow>,
): F[] =>
  lines.map((line) => {
    const part = parts.find(({ lineId }) => lineId === line.id);
    return part === undefined ? line : { ...line, ...change(line, part) };
  });

/** The lines once these parts have left. */
export const afterShipping = <F extends Flow>(lines: readonly F[], parts: readonly Counted[]): F[] =>
  changed(lines, parts, (line, { counted }) => ({ shipped: decimal(big(line.shipped).plus(counted)) }));

/** The lines once these parts were counted: what the papers had and the truck had not is still to be shipped. */
export const afterReceipt = <F extends Flow>(lines: readonly F[], parts: readonly Counted[]): F[] =>
  changed(lines, parts, (line, { left, counted }) => ({
    received: decimal(big(line.received).plus(counted)),
    shipped: decimal(big(line.shipped).minus(left.minus(counted))),
  }));

/** Whether all of the order has come, or is known not to come. */
export const isComplete = (lines: readonly Flow[]): boolean =>
  lines.every(({ quantity, received, waived }) => big(received).plus(waived).gte(quantity));
