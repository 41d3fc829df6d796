import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { createWorkdays } from "@stsphera/schedule";
import { type Template, type TemplateProblem, templateProblems } from "@stsphera/schedule/templates";
import { DomainError } from "../../../kernel/index.ts";
import { namedProblems } from "../schedule-problems.ts";
import type { RefusalCode } from "@stsphera/contracts/refusals";

/** Any calendar will do to see whether a template can be computed. */
const EVERY_DAY = createWorkdays(() => true);
const NAMED_ROWS = 12;

type Told = { reason: RefusalCode; text: string };

/** Refuses a template that no schedule could begin with: all that is wrong as one list. */
export function assertTemplate(template: Template): void {
  const told = templateProblems(template, EVERY_DAY).flatMap((problem) => tell(template, problem));
  const [first] = told;
  if (first === undefined) return;
  throw new DomainError("validation_failed", {
    fields: told.map(({ reason, text }) => ({ path: "rows", reason, message: text || reason })),
    sentence: first.reason,
    values: { rows: first.text },
  });
}

function tell(template: Template, problem: TemplateProblem): Told[] {
  if (problem.kind === "departments_missing") {
    const text = problem.departments.map((department) => DEPARTMENT_CAPTIONS.ru[department]).join(", ");
    return [{ reason: "gpr_template_departments", text }];
  }
  if (problem.kind === "schedule") {
    const rows = template.rows.map((row, at) => ({ ...rowOf(row), number: at + 1 }));
    const named = namedProblems({ start: "2026-01-12", rows, links: template.links }, problem.problems);
    return named.map(({ reason, rows: text }) => ({ reason, text }));
  }
  const names = new Map(template.rows.map(({ key }, at) => [key, at + 1]));
  const text = problem.rows
    .slice(0, NAMED_ROWS)
    .map((key) => names.get(key) ?? "?")
    .join(", ");
  const reason = problem.kind === "without_name" ? "gpr_wrong_row" : "gpr_template_foreign_department";
  return [{ reason, text }];
}

const rowOf = (row: Template["rows"][number]) => ({
  ...row,
  number: 0,
  owner: null,
  quantity: null,
  unit: null,
  facade: null,
  constraint: null,
});
