/** /report: texts of a shift. */
export const reports = {
  "command.report": "Report of the shift",
  "help.report": "report of the shift",
  "report.contractor": "To contractor",
  "report.meeting": "For the meeting",
  "report.journal": "Work journal",
  "report.pdf": "Shift and month",
  "report.act": "Downtime act · {crew}",
} as const;
