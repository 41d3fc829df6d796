const ru = {
  title: "Тексты смены",
  kinds: { contractor: "Генподрядчику", meeting: "К штабу", journal: "ОЖР" },
  span: "За сколько",
  day: "За день",
  month: "За месяц",
  copy: "Скопировать",
  copied: "Скопировано",
  notCopied: "Не скопировалось: выделите текст",
  notShared: "Не отправилось: скопируйте текст",
  share: "Поделиться",
  act: "Акт о простое, PDF",
};

const en: typeof ru = {
  title: "Texts of the shift",
  kinds: { contractor: "To the contractor", meeting: "For the meeting", journal: "Work journal" },
  span: "For how long",
  day: "The day",
  month: "The month",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Not copied: select the text",
  notShared: "Not shared: copy the text",
  share: "Share",
  act: "Downtime act, PDF",
};

export const reportWords = { ru, en };
