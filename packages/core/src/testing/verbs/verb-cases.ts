import { AUDIT_CASES } from "./audit-cases.ts";
import { CALENDAR_CASES } from "./calendar-cases.ts";
import { FACT_CASES } from "./fact-cases.ts";
import { FILE_CASES } from "./file-cases.ts";
import { NOTIFICATION_CASES } from "./notification-cases.ts";
import { DRAFT_CASES } from "./draft-cases.ts";
import { OBJECT_CASES } from "./object-cases.ts";
import { PEOPLE_CASES } from "./people-cases.ts";
import { PRODUCTION_CASES } from "./production-cases.ts";
import { TASK_CASES } from "./task-cases.ts";
import { TASK_READ_CASES } from "./task-read-cases.ts";
import { TEAM_CASES } from "./team-cases.ts";
import type { VerbCase } from "./verb-case.ts";

/** A case for each verb, by its name. A verb without one fails the tests made from the list of verbs. */
export const VERB_CASES: Readonly<Record<string, VerbCase>> = {
  ...PEOPLE_CASES,
  ...TEAM_CASES,
  ...OBJECT_CASES,
  ...DRAFT_CASES,
  ...CALENDAR_CASES,
  ...AUDIT_CASES,
  ...PRODUCTION_CASES,
  ...FACT_CASES,
  ...FILE_CASES,
  ...NOTIFICATION_CASES,
  ...TASK_CASES,
  ...TASK_READ_CASES,
};

/** The case of a verb. */
export function caseOf(name: string): VerbCase {
  const found = VERB_CASES[name];
  if (found === undefined) throw new Error(`the verb ${name} has no case`);
  return found;
}
