/** Vocabulary of tasks: codes used in the database, the API and buttons. No imports. */
export const TASK_STATUSES = [
  "new",
  "assigned",
  "in_progress",
  "review",
  "done",
  "blocked",
  "cancelled",
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Names of the moves of a task: the only key of a move in workflow, card, buttons, forms, texts and tests. */
export const TASK_MOVES = [
  "assign",
  "reassign",
  "take",
  "decline",
  "submit",
  "accept",
  "return",
  "block",
  "unblock",
  "cancel",
  "reopen",
] as const;
export type TaskMove = (typeof TASK_MOVES)[number];

/** Actions on a task besides its moves. */
export const TASK_DEEDS = ["comment", "edit", "postpone", "undo"] as const;
export type TaskAction = TaskMove | (typeof TASK_DEEDS)[number];
export const TASK_ACTIONS = [...TASK_MOVES, ...TASK_DEEDS] as const satisfies readonly TaskAction[];

export const TASK_PRIORITIES = ["low", "normal", "high", "critical"] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

export const RESCHEDULE_STATUSES = ["open", "approved", "refused"] as const;
export type RescheduleStatus = (typeof RESCHEDULE_STATUSES)[number];

/** Decisions on a deadline request. */
export const RESCHEDULE_MOVES = ["approve", "refuse"] as const;
export type RescheduleMove = (typeof RESCHEDULE_MOVES)[number];

export const TASK_EVENTS = [
  "task.created",
  "task.assigned",
  "task.changed",
  "task.status_changed",
  "task.submitted",
  "task.declined",
  "task.returned",
  "task.blocked",
  "task.commented",
  "task.checked",
  "task.move_undone",
  "task.reschedule_requested",
  "task.reschedule_decided",
  "task.deadline_24h",
  "task.deadline_today",
  "task.escalated",
] as const;

/** Working days late at which a task is escalated, and how far. */
export const ESCALATION_LEVELS = [1, 3, 7] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** Kinds of decisions on tasks. */
export const TASK_DECISIONS = ["task_to_judge", "reschedule", "task_to_take", "task_to_unblock"] as const;
