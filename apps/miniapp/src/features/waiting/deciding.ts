import type { Approval } from "@stsphera/contracts";
import { DEFECT_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { defectForms } from "@stsphera/contracts/defects/forms";
import type { Form } from "@stsphera/contracts/forms";
import { GPR_CAPTIONS } from "@stsphera/contracts/gpr/captions";
import { gprForms } from "@stsphera/contracts/gpr/forms";
import { newcomerForms } from "@stsphera/contracts/people/forms";
import { SUPPLY_CAPTIONS } from "@stsphera/contracts/supply/captions";
import { supplyForms } from "@stsphera/contracts/supply/forms";
import { TASK_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import { taskForms } from "@stsphera/contracts/tasks/forms";
import type { ApprovalKind, Locale } from "@stsphera/contracts/vocabulary";
import { waitingWords } from "./waiting-words.ts";

type Deciding = {
  /** Of the forms, as captions name it. */
  readonly feature: string;
  readonly forms: Readonly<Record<string, Form<never>>>;
  readonly path: (item: Approval) => string;
  readonly caption: (action: string, locale: Locale) => string | undefined;
  readonly undo?: { readonly path: (item: Approval) => string };
};

const taskCaption = (action: string, locale: Locale) =>
  (TASK_CAPTIONS[locale] as Readonly<Record<string, string>>)[action];

const ofTask: Deciding = {
  feature: "task",
  forms: taskForms,
  path: ({ id }) => `/api/tasks/${id}/transitions`,
  caption: taskCaption,
  undo: { path: ({ id }) => `/api/tasks/${id}/undo` },
};

const ofDefect: Deciding = {
  feature: "defect",
  forms: defectForms,
  path: ({ id }) => `/api/defects/${id}/transitions`,
  caption: (action, locale) => (DEFECT_CAPTIONS[locale] as Readonly<Record<string, string>>)[action],
  undo: { path: ({ id }) => `/api/defects/${id}/undo` },
};

const ofSupply: Deciding = {
  feature: "supply",
  forms: supplyForms,
  path: ({ id }) => `/api/supply-orders/${id}/transitions`,
  caption: (action, locale) => (SUPPLY_CAPTIONS[locale] as Readonly<Record<string, string>>)[action],
  undo: { path: ({ id }) => `/api/supply-orders/${id}/undo` },
};

/** Kinds whose day has passed by nature: none of them is overdue. */
export const FACTS: ReadonlySet<ApprovalKind> = new Set(["fact_days", "fact_returned"]);

/** How what waits is decided in its row; a day of facts is confirmed there; a fact is corrected, an extra work, a schedule and an erasure are decided on their pages. */
export const DECIDING: Readonly<Record<ApprovalKind, Deciding | null>> = {
  fact_days: null,
  fact_returned: null,
  task_to_judge: ofTask,
  task_to_take: ofTask,
  task_to_unblock: ofTask,
  extra_to_decide: null,
  gpr_signature: null,
  gpr_shift: {
    feature: "gpr",
    forms: gprForms,
    path: ({ id }) => `/api/gpr-shift-answers/${id}/transitions`,
    caption: (action, locale) => (GPR_CAPTIONS[locale] as Readonly<Record<string, string>>)[action],
  },
  defect_to_assign: null,
  defect_to_start: ofDefect,
  defect_to_fix: null,
  defect_to_verify: ofDefect,
  defect_to_settle: null,
  supply_to_approve: ofSupply,
  supply_to_order: null,
  supply_to_receive: null,
  supply_to_settle: null,
  erasure: null,
  zone_to_lead: null,
  reschedule: {
    feature: "task",
    forms: taskForms,
    path: ({ id }) => `/api/reschedule-requests/${id}/decision`,
    caption: taskCaption,
  },
  person: {
    feature: "newcomer",
    forms: newcomerForms,
    path: ({ id }) => `/api/users/${id}/transitions`,
    caption: (action, locale) => (waitingWords[locale].person as Readonly<Record<string, string>>)[action],
  },
};

/** The page of the thing that waits. */
export function pathOf({ kind, id, objectId, taskId, gprId, due }: Approval): string | null {
  if (kind === "person" || kind === "erasure") return `/people/${id}`;
  if (kind === "fact_days") return `/objects/${objectId}/fact${due === null ? "" : `?day=${due}`}`;
  if (kind === "fact_returned")
    return `/objects/${objectId}/fact?${due === null ? "" : `day=${due}&`}fix=${id}`;
  if (kind === "zone_to_lead") return `/objects/${objectId}/zones`;
  if (kind.startsWith("defect_")) return `/defects/${id}`;
  if (kind.startsWith("supply_")) return `/supply/${id}`;
  if (kind === "extra_to_decide") return `/extras/${id}`;
  if (kind === "gpr_signature") return `/gpr/${id}`;
  if (kind === "gpr_shift") return `/gpr/${gprId}`;
  return taskId === null ? null : `/tasks/${taskId}`;
}
