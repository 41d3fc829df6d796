import type { TaskCard } from "@stsphera/contracts";
import { TASK_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { TaskAct } from "./api/task-requests.ts";

/** The first of these that is allowed is the screen's one action. */
const FIRST: readonly TaskAct[] = ["approve", "take", "submit", "accept", "unblock", "assign", "reopen"];
const ALL: readonly TaskAct[] = [
  ...FIRST,
  "refuse",
  "decline",
  "return",
  "block",
  "postpone",
  "undo",
  "edit",
  "reassign",
  "cancel",
];
/** Asked of the one who has the task; others who may make them find them among the chips. */
const ASSIGNEES: readonly TaskAct[] = ["take", "submit"];

export type Offered = { readonly main: TaskAct | null; readonly others: readonly TaskAct[] };

/** What may be done with a task, in the order it is offered to its reader. */
export function offeredActions({ can, assignee }: TaskCard, readerId: number): Offered {
  const allowed = new Set<TaskAct>([...can.actions, ...(can.request?.actions ?? [])]);
  const isMine = assignee?.id === readerId;
  const main = FIRST.find((action) => allowed.has(action) && (isMine || !ASSIGNEES.includes(action))) ?? null;
  return { main, others: ALL.filter((action) => allowed.has(action) && action !== main) };
}

export const actionCaption = (action: TaskAct, locale: Locale): string => TASK_CAPTIONS[locale][action];
