/** Vocabulary of supply orders, their discrepancies and materials. No imports. */
export const SUPPLY_STATUSES = [
  "draft",
  "requested",
  "approved",
  "ordered",
  "shipped",
  "partially_received",
  "delivered",
  "rejected",
  "cancelled",
] as const;
export type SupplyStatus = (typeof SUPPLY_STATUSES)[number];

export const SUPPLY_MOVES = [
  "submit",
  "approve",
  "reject",
  "revise",
  "order",
  "ship",
  "receive",
  "cancel",
] as const;
export type SupplyMove = (typeof SUPPLY_MOVES)[number];

/** Actions on an order besides its moves. */
export const SUPPLY_DEEDS = ["edit", "addline", "dropline", "promise", "attach", "undo"] as const;
export type SupplyAction = SupplyMove | (typeof SUPPLY_DEEDS)[number];
export const SUPPLY_ACTIONS = [...SUPPLY_MOVES, ...SUPPLY_DEEDS] as const satisfies readonly SupplyAction[];

/** A difference between what came and what the papers say. */
export const DISCREPANCY_STATUSES = [
  "open",
  "agreed",
  "written_off",
  "claimed",
  "delivered",
  "closed",
] as const;
export type DiscrepancyStatus = (typeof DISCREPANCY_STATUSES)[number];

export const DISCREPANCY_MOVES = ["agree", "writeoff", "claim", "came", "close"] as const;
export type DiscrepancyMove = (typeof DISCREPANCY_MOVES)[number];

/** Units of what is ordered. */
export const SUPPLY_UNITS = ["шт", "м.п.", "м²", "м³", "кг", "т", "компл.", "смена"] as const;
export type SupplyUnit = (typeof SUPPLY_UNITS)[number];

export const SUPPLY_EVENTS = [
  "supply.drafted",
  "supply.requested",
  "supply.approved",
  "supply.rejected",
  "supply.revised",
  "supply.ordered",
  "supply.promised_changed",
  "supply.shipped",
  "supply.received",
  "supply.cancelled",
  "supply.changed",
  "supply.move_undone",
  "supply.discrepancy_opened",
  "supply.discrepancy_settled",
  "supply.due",
  "supply.delayed",
] as const;

/** Kinds of decisions on orders. */
export const SUPPLY_DECISIONS = [
  "supply_to_approve",
  "supply_to_order",
  "supply_to_receive",
  "supply_to_settle",
] as const;
