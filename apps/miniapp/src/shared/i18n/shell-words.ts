const ru = {
  nav: { dashboard: "Сводка", objects: "Объекты", notifications: "Уведомления", profile: "Профиль" },
  navLabel: "Разделы",
  back: "Назад",
  close: "Закрыть",
  retry: "Повторить",
  refresh: "Обновить",
  loading: "Загрузка",
  slow: "Медленная сеть…",
  more: "Показать ещё",
  undo: "Отменить",
  offline: {
    title: "Нет сети",
    nothing: "Откройте экран при связи, дальше он будет доступен и без неё",
    dataAt: (clock: string) => `данные на ${clock}`,
    again: "Нет сети. Повторите при связи",
  },
  error: {
    title: "Не загрузилось",
    server: "Не отвечает сервер",
    serverLine: "Ваши записи в очереди, они уйдут сами",
    again: "Не отвечает сервер. Повторите чуть позже",
    failed: "Не получилось. Повторите",
    missing: "Не найдено",
    missingLine: "Ссылка устарела или объект вам не открыт",
    forbidden: "Нет доступа",
    forbiddenLine: "Это может делать другая роль. Обратитесь к руководителю проекта",
    request: (id: string) => `Запрос ${id}`,
    home: "На сводку",
    unexpected: "Экран не открылся",
    rate: "Слишком часто. Подождите немного",
    onlyLook: "В чужой роли можно только смотреть",
  },
  absent: "Этого раздела пока нет",
};

/** English arrives when it is chosen (english.ts): until then nothing shows it. */
export const shellWords = { ru, en: ru };
