/** Supply orders, their discrepancies and materials. */
export const supply = {
  supply_waybill_required: "At least one photo of the waybill is needed",
  supply_line_elsewhere: "This order has no such line",
  supply_line_twice: "The line is named twice",
  supply_which_line: "The order has several lines: name the one that you count",
  supply_last_line: "The order has one line: it cannot be removed",
  supply_more_than_rest: "More than is left to ship: {left}",
  supply_more_than_shipped: "More than was shipped: {left} on the way",
  supply_nothing_left: "All of it has been shipped.",
  supply_nothing_on_way: "Nothing is on its way: mark the shipping first.",
  supply_nothing_counted: "Something has to have come: otherwise set a new date",
  supply_amount_required: "Give the amount: nobody has named it yet",
  supply_amount_above:
    "More than was approved and than the object's limit: cancel the order and request a new one with this amount",
  supply_above_limit: "The amount is above the object's limit: the director decides.",
  supply_not_own: "One's own order above the limit is approved by somebody else.",
  supply_requester_only: "The requester of the order does this.",
  supply_draft_only: "Lines are changed in a draft.",
  supply_not_changeable: "The order is approved: it cannot be changed.",
  supply_not_promised: "A day is promised while the order is coming.",
  supply_same_day: "This day is set already",
  supply_difference_settled: "The discrepancy of this receipt is settled already.",
  supply_missing_arrived:
    "What was missing has come with another shipment: settle the discrepancy otherwise.",
  supply_finish_differences: "Settle the discrepancies of the order first.",
  unknown_material: "This object has no such material",
  material_unit: "This material is counted in: {unit}",
} as const;
