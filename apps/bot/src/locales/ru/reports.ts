/** /report: texts of a shift. */
export const reports = {
  "command.report": "Отчёт за смену",
  "help.report": "отчёт за смену",
  "report.contractor": "Генподрядчику",
  "report.meeting": "К штабу",
  "report.journal": "ОЖР",
  "report.pdf": "Смена и месяц",
  "report.act": "Акт простоя · {crew}",
} as const;
