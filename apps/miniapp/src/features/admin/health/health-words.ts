const ru = {
  title: "Здоровье системы",
  needs: "Что нужно от вас",
  fine: "Всё в порядке",
  fineLine: "Никто не ждёт, всё работает",
  facts: "Цифры",
  alerts: {
    title: "Оповещения",
    line: "О неполадке система пишет администраторам в Telegram. Если Telegram молчит две минуты, она пишет почтой и на адрес webhook",
    ways: { telegram: "Telegram", mail: "Почта", webhook: "Webhook" },
    isSet: "настроено",
    notSet: "не настроено",
    tests: { waits: "проверка идёт…", sent: "проверка дошла", failed: "проверка не дошла" },
    test: "Проверить оповещения",
    testedAt: (when: string) => `Последняя проверка ${when}`,
  },
  states: { good: "в порядке", bad: "нужна помощь", unknown: "неизвестно" },
  messages: {
    title: "Сообщения, которые не дошли",
    empty: "Все сообщения дошли",
    repeat: "Повторить",
    repeated: "Отправляется снова",
    failed: "Не получилось. Обновите список",
    blocked: "Человек закрыл бота, или текст не хранится: повторить нельзя",
    untitled: "Сообщение",
    nobody: "чат",
  },
};

const en: typeof ru = {
  title: "Health of the system",
  needs: "What you have to do",
  fine: "All is well",
  fineLine: "Nobody waits, everything works",
  facts: "Figures",
  alerts: {
    title: "Alerts",
    line: "The system writes to the administrators in Telegram when it is in trouble. When Telegram is silent for two minutes, it writes by mail and to the webhook",
    ways: { telegram: "Telegram", mail: "Mail", webhook: "Webhook" },
    isSet: "set up",
    notSet: "not set up",
    tests: { waits: "the test is on its way…", sent: "the test arrived", failed: "the test did not arrive" },
    test: "Test the alerts",
    testedAt: (when) => `Last tested ${when}`,
  },
  states: { good: "well", bad: "needs help", unknown: "unknown" },
  messages: {
    title: "Messages that did not arrive",
    empty: "All messages arrived",
    repeat: "Repeat",
    repeated: "It is sent again",
    failed: "It did not work. Refresh the list",
    blocked: "The person blocked the bot, or the text is not kept: it cannot be repeated",
    untitled: "Message",
    nobody: "chat",
  },
};

export const healthWords = { ru, en };
