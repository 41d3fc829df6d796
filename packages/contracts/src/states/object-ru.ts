/** Captions of the states of an object; apart, as the Mini App's first load holds no others. */
export const objectStatesRu = {
  "state.object.draft": "Черновик",
  "state.object.planning": "Подготовка",
  "state.object.active": "В работе",
  "state.object.on_hold": "Приостановлен",
  "state.object.completing": "Сдача",
  "state.object.closed": "Закрыт",
  "state.object.archived": "В архиве",
} as const;
