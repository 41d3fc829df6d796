const ru = {
  title: "Мои данные",
  consent: "Согласие",
  given: "Дано",
  way: "Как",
  ways: { chat: "в чате с ботом", app: "в приложении", unrecorded: "до учёта согласий" },
  withdrawn: "Отозвано",
  agreeLine: "Согласие отозвано. Его можно дать снова: просьба об удалении тогда снимается",
  agreed: "Согласие дано",
  text: "Текст согласия",
  noText:
    "Согласие дано раньше, чем система стала хранить его текст. Что хранится и зачем, написано по ссылке.",
  privacy: "Что хранится и зачем",
  exportTitle: "Выгрузить",
  exportLine: "Всё, что система хранит о вас: профиль, входы, записи о работах, сообщения. Один файл JSON",
  export: "Выгрузить мои данные",
  eraseTitle: "Удалить",
  eraseLine:
    "Согласие будет отозвано, администраторы получат просьбу. До их ответа доступ остаётся. Имя, телефон, Telegram и входы удаляются, записи о работах остаются без имени",
  ask: "Попросить удаление",
  sure: "Отозвать согласие и попросить",
  asked: "Администраторам сообщено",
  askedAt: (when: string, due: string) => `Просьба отправлена ${when}. Ответ до ${due}`,
  againAt: (when: string) => `Напомнить можно ${when}`,
};

const en: typeof ru = {
  title: "My data",
  consent: "Agreement",
  given: "Given",
  way: "How",
  ways: { chat: "in the chat with the bot", app: "in the app", unrecorded: "before agreements were kept" },
  withdrawn: "Withdrawn",
  agreeLine: "The agreement is withdrawn. You can give it again: the request for erasure is then taken back",
  agreed: "Agreed",
  text: "Text of the agreement",
  noText: "You agreed before the system began to keep the text. The link says what is kept and why.",
  privacy: "What is kept and why",
  exportTitle: "Take out",
  exportLine:
    "Everything that the system holds of you: profile, sign-ins, records of work, messages. One JSON file",
  export: "Take my data out",
  eraseTitle: "Erase",
  eraseLine:
    "The agreement is withdrawn and the administrators are asked. Until they answer your access stays. Name, phone, Telegram and sign-ins are erased, records of work stay without the name",
  ask: "Ask for erasure",
  sure: "Withdraw the agreement and ask",
  asked: "The administrators have been told",
  askedAt: (when, due) => `Asked ${when}. Answered by ${due}`,
  againAt: (when) => `You can remind them ${when}`,
};

export const personalDataWords = { ru, en };
