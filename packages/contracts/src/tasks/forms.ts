import {
  choice,
  day,
  forms,
  line,
  type Missing,
  type OnObject,
  photos,
  reason,
  reasonFor,
  whichObject,
  words,
  worker,
} from "../forms/index.ts";
import { type RescheduleMove, TASK_PRIORITIES, type TaskAction } from "./vocabulary.ts";
import type { TaskCard } from "./task-card.ts";

/** Why a task is declined. */
export const DECLINE_REASONS = [
  "no_material",
  "no_front",
  "no_drawings",
  "not_mine",
  "no_time",
  "other",
] as const;

/** Evidence that the task requires and that is still missing. */
export function missingEvidence(task: TaskCard, sent: number): Missing[] {
  const lacking = {
    photos: task.requiredPhotos - task.photoCount - sent,
    items: task.checklist.filter((item) => !item.done).length,
  };
  return Object.entries(lacking).flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
}

/** The permission of whom a task is given to. */
const WORK = "task.execute";
const MAX_TITLE = 200;
const MAX_TEXT = 2000;

/** Forms of the moves of a task and of requests about it. */
export const taskForms = forms<TaskCard, TaskAction | RescheduleMove>()({
  take: { undo: true },
  accept: { undo: true },
  unblock: { undo: true },
  decline: { asks: [reason(DECLINE_REASONS)], undo: true },
  submit: { asks: [photos("fileIds", { max: 20 })], ready: missingEvidence, undo: true },
  return: { asks: [reason()], undo: true },
  block: { asks: [reason(), worker("blocker", WORK, { as: "userId", from: "helpers" })], undo: true },
  assign: { asks: [worker("assigneeId", WORK)], undo: true },
  reassign: { asks: [worker("assigneeId", WORK), reason()], undo: true },
  cancel: { asks: [reason()], undo: true },
  reopen: { asks: [reason()], undo: true },
  comment: { asks: [words("text", { max: MAX_TEXT }), photos("fileIds", { max: 10, beside: "text" })] },
  postpone: { asks: [day("deadline", { ahead: [1, 3, 7], anyDay: true }), reason()] },
  edit: {
    anyOne: true,
    asks: [
      line("title", { max: MAX_TITLE }),
      words("text", { max: MAX_TEXT, optional: true }),
      day("deadline", { ahead: [1, 3, 7], optional: true }),
      choice("priority", {
        options: TASK_PRIORITIES,
        captions: "task.priority",
        current: (task: TaskCard) => task.priority,
      }),
    ],
  },
  undo: {},
  approve: {},
  refuse: { asks: [reason()] },
});

/** Numbers of required photos offered for a new task. */
export const PHOTO_COUNTS = ["0", "1", "3", "5"] as const;

export const newTaskForms = forms<OnObject>()({
  create: {
    asks: [
      whichObject,
      line("title", { max: MAX_TITLE }),
      worker("assigneeId", WORK, { optional: true }),
      day("deadline", { ahead: [0, 1, 3, 7], optional: true }),
    ],
    also: [
      choice("priority", { options: ["normal", "high", "critical", "low"], captions: "task.priority" }),
      choice("requiredPhotos", { options: PHOTO_COUNTS, numeric: true }),
      words("text", { max: MAX_TEXT, optional: true }),
    ],
    confirm: true,
  },
});

/** Several tasks are given to one person; a reason where one of them is taken from somebody. */
export const bulkAssignForms = forms<{ readonly taken: boolean }>()({
  assign: {
    asks: [
      worker("assigneeId", WORK),
      reasonFor("reason", [], { when: ({ taken }: { readonly taken: boolean }) => taken }),
    ],
  },
});
