/** Texts of the delegation card. */
export const delegationRu = {
  title: "👥 Замещение: {principal}",
  title_ended: "👥 Замещение окончено: {principal}",
  deputy: "Замещает",
  days: "Дни",
  object: "Объект",
  all_objects: "все объекты",
  open: "Открыть",
} as const;
