/** Extra works: the decision, the way to the customer. */
export const extraWorks = {
  extra_other_unit: "This kind of work is measured in another unit: «{unit}» is needed",
  extra_presented: "The work is already presented: there are no further steps.",
  extra_no_step: "There were no steps yet: nothing can be taken back.",
  extra_rejected: "The work is rejected: undo the decision first.",
  extra_cell_changed:
    "Less than what is done would be left of the cell, or its volume was taken out: correct the volume or the fact first.",
} as const;
