/** Defects, which the interface calls remarks. */
export const defects = {
  defect_fixer_only: "Only the one who answers for the remark may do this.",
  defect_photo_required: "At least one photo is needed",
  defect_over: "The remark is closed and can't be changed.",
  defect_floor_elsewhere: "The object has no such floor: choose another",
  defect_facade_elsewhere: "The object has no such facade: choose another",
  open_critical_defects: "There are critical remarks ({count}): have them fixed and verified first.",
} as const;
