export const health = {
  conditions: [
    {
      name: "backup_old",
      state: "bad",
      caption: "Резервная копия",
      text: "Свежей копии нет: последняя – 3 дня назад",
      act: "Сделайте копию по инструкции (docs/backups.md) и проверьте расписание",
      place: null,
    },
  ],
  alerts: {
    ways: [
      { way: "telegram", isSet: true, test: "sent", error: null },
      { way: "mail", isSet: true, test: "sent", error: null },
      { way: "webhook", isSet: false, test: null, error: null },
    ],
    testedAt: "2026-09-08T05:10:00.000Z",
  },
  facts: [{ name: "database", caption: "База данных", text: "1,2 ГБ" }],
  needs: [{ name: "people_waiting", text: "Ждут доступа: 2", place: "/people?status=pending" }],
};

export const failed = {
  id: 51,
  at: "2026-09-08T05:10:00.000Z",
  person: { id: 14, fullName: "Дарья Орлова" },
  title: "Новая задача",
  error: "Bad Request: message is too long",
  rungAt: null,
  mayRepeat: true,
};
