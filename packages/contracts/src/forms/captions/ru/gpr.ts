/** Questions of the forms of the work schedule. */
export const gpr = {
  "ask.gpr.sign.hash": "Подпись не отменяется. После подписи всех пяти график станет действующим.",
  "ask.gpr.sign.hash.more": "Ещё",
  "ask.gpr.remark.text": "Что исправить? Напишите одним сообщением, можно номера строк.",
  "ask.gpr.replace.role": "Чью подпись ставит другой?",
  "ask.gpr.replace.role.more": "Ещё",
  "ask.gpr.replace.signerId": "Кто подпишет?",
  "ask.gpr.object.reason": "Почему так не получится? Напишите одним сообщением.",
  "done.gpr.send": "Отправлено на подпись",
  "done.gpr.recall": "Снова черновик, подписи сняты",
  "done.gpr.sign": "Подписано",
  "done.gpr.remark": "Замечание отправлено РП, версия вернулась в черновик",
  "done.gpr.remind": "Напоминание отправлено",
  "done.gpr.agree": "Сдвиг согласован",
  "done.gpr.object": "Возражение отправлено РП",
  "done.gpr.replace": "Подписант назначен",
} as const;
