import { type Department, DEPARTMENTS } from "@stsphera/rbac";
import { computeSchedule, type Problem, type Workdays } from "../index.ts";
import { networkOfTemplate } from "./network.ts";
import type { Template } from "./template.ts";

export type TemplateProblem =
  | { kind: "departments_missing"; departments: Department[] }
  | { kind: "without_name"; rows: string[] }
  /** A row lies under one of another department. */
  | { kind: "foreign_department"; rows: string[] }
  | { kind: "schedule"; problems: Problem[] };

/** What is wrong with a template, as one list; rows by key. Any calendar will do to compute it. */
export function templateProblems(template: Template, workdays: Workdays): TemplateProblem[] {
  const { rows } = template;
  const problems: TemplateProblem[] = [];
  const summaries = new Set(rows.map(({ parent }) => parent));
  const leaves = rows.filter(({ key }) => !summaries.has(key));
  const present = new Set(leaves.map(({ department }) => department));
  const departments = DEPARTMENTS.filter((department) => !present.has(department));
  if (departments.length > 0) problems.push({ kind: "departments_missing", departments });
  const nameless = rows.filter(({ name }) => name.trim() === "");
  if (nameless.length > 0) problems.push({ kind: "without_name", rows: nameless.map(({ key }) => key) });
  const departmentOf = new Map(rows.map(({ key, department }) => [key, department]));
  const foreign = rows.filter(
    ({ parent, department }) => parent !== null && (departmentOf.get(parent) ?? department) !== department,
  );
  if (foreign.length > 0) problems.push({ kind: "foreign_department", rows: foreign.map(({ key }) => key) });
  const computed = computeSchedule(networkOfTemplate(template, "2026-01-12", workdays));
  if (computed.problems) problems.push({ kind: "schedule", problems: computed.problems });
  return problems;
}
