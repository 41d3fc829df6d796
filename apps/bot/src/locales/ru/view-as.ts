/** /viewas: viewing as another role. */
export const viewAs = {
  "view_as.title": "👥 Посмотреть как…",
  "view_as.ask_role": "В какой роли?",
  "view_as.ask_object": "На каком объекте?",
  "view_as.no_objects": "Объектов пока нет.",
  "view_as.started": "👥 Режим просмотра",
  "view_as.mark": "Режим просмотра: {what}",
  "view_as.reads_only": "Режим просмотра: ничего не записывается.",
  "view_as.leave": "Выйти из просмотра",
  "view_as.left": "Просмотр закончен.",
} as const;
