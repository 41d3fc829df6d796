import { ADMINISTRATION_CASES } from "./administration-cases.ts";
import { AUDIT_CASES } from "./audit-cases.ts";
import { CALENDAR_CASES } from "./calendar-cases.ts";
import { CHAT_CASES } from "./chat-cases.ts";
import { DEFECT_CASES } from "./defect-cases.ts";
import { SUPPLY_CASES } from "./supply-cases.ts";
import { DRAFT_CASES } from "./draft-cases.ts";
import { EXTRA_CASES } from "./extra-cases.ts";
import { FACT_CASES } from "./fact-cases.ts";
import { FILE_CASES } from "./file-cases.ts";
import { GPR_CASES } from "./gpr-cases.ts";
import { NOTIFICATION_CASES } from "./notification-cases.ts";
import { OBJECT_CASES } from "./object-cases.ts";
import { PEOPLE_CASES } from "./people-cases.ts";
import { PRODUCTION_CASES } from "./production-cases.ts";
import { SHIFT_CASES } from "./shift-cases.ts";
import { SIGN_IN_CASES } from "./sign-in-cases.ts";
import { TASK_CASES } from "./task-cases.ts";
import { TEAM_CASES } from "./team-cases.ts";
import { ZONE_CASES } from "./zone-cases.ts";
import type { RunCase } from "./verb-case.ts";
import type { VerbsOf } from "./verbs-of.ts";

/** One entry per domain, in the order of preparation: each after those it depends on. */
export const REGISTERED: readonly VerbsOf[] = [
  PEOPLE_CASES,
  OBJECT_CASES,
  CALENDAR_CASES,
  PRODUCTION_CASES,
  ZONE_CASES,
  CHAT_CASES,
  FACT_CASES,
  SHIFT_CASES,
  EXTRA_CASES,
  DEFECT_CASES,
  SUPPLY_CASES,
  FILE_CASES,
  TASK_CASES,
  GPR_CASES,
  TEAM_CASES,
  NOTIFICATION_CASES,
  SIGN_IN_CASES,
  DRAFT_CASES,
  AUDIT_CASES,
  ADMINISTRATION_CASES,
];

/** The case of each verb, by name. A verb without one fails the generated tests. */
export const VERB_CASES: Readonly<Record<string, RunCase>> = Object.assign(
  {},
  ...REGISTERED.map(({ cases }) => cases),
);

/** The case of a verb. */
export function caseOf(name: string): RunCase {
  const found = VERB_CASES[name];
  if (found === undefined) throw new Error(`the verb ${name} has no case`);
  return found;
}
