/** The work schedule: its list, what is shown before a signature, waiting decisions. */
export const gpr = {
  "command.gpr": "График работ (ГПР)",
  "help.gpr": "график производства работ",
  "gpr.list.current": "Графики",
  "gpr.list.title_current": "📅 Графики работ · {number}",
  "gpr.list.empty": "📅 Графиков нет",
  "gpr.list.empty_current": "РП отправит график на подпись, и он придёт сюда.",
  "gpr.sign.rows": "Ваших строк",
  "gpr.sign.content": "Содержание",
  "gpr.sign.behalf": "По замещению",
  "gpr.sign.yes": "Подписываю",
  "approvals.gpr_signature": "подпись ГПР",
  "approvals.gpr_shift": "сдвиг ГПР",
  "approvals.count.gpr_signature": "подписи ГПР {count}",
  "approvals.count.gpr_shift": "сдвиги ГПР {count}",
} as const;
