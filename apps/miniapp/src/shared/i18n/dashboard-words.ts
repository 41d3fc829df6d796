const ru = {
  title: "Сводка",
  waiting: "Ждут вас",
  nobodyConfirms: "Подтвердить факт РП некому: добавьте ПТО или второго РП",
  own: "Ваше",
  tasks: "Ваши задачи",
  tasksToday: (all: number, today: number) => `${all}, сегодня ${today}`,
  allWaiting: (count: number) => `Все · ${count}`,
  unread: "Непрочитанные уведомления",
  objects: "Объекты",
  lateFirst: "сначала отстающие",
  idle: (hours: string) => `простой ${hours}`,
  allObjects: (count: number) => `Все объекты · ${count}`,
  empty: "Вас ещё не добавили ни на один объект",
  emptyLine: "Добавляет руководитель проекта, придёт уведомление",
  shift: "Смена",
  entered: (done: number, total: number) => `Внесено ${done} из ${total}`,
  enter: "Внести факт",
  left: (quantity: string) => `ост.\u00a0${quantity}`,
  noPlan: "На сегодня плана нет",
  shiftFailed: "Не удалось загрузить план смены",
};

/** English arrives when it is chosen (english.ts): until then nothing shows it. */
export const dashboardWords = { ru, en: ru };
