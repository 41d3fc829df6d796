/** Defects, which the interface calls remarks. */
export const defects = {
  defect_fixer_only: "Это делает только ответственный за замечание.",
  defect_photo_required: "Нужно хотя бы одно фото",
  defect_over: "Замечание закрыто: менять его нельзя.",
  defect_floor_elsewhere: "Такого этажа на этом объекте нет: выберите другой",
  defect_facade_elsewhere: "Такого фасада на этом объекте нет: выберите другой",
  open_critical_defects: "Есть критичные замечания, их {count}: сначала устраните и проверьте их.",
} as const;
