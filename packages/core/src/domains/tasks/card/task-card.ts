import type { TaskCard } from "@stsphera/contracts";
import { TASK_CAPTIONS, type TaskCaption } from "@stsphera/contracts/tasks/captions";
import {
  RESCHEDULE_MOVES,
  type RescheduleMove,
  TASK_ACTIONS,
  type TaskAction,
  type TaskStatus,
} from "@stsphera/contracts/vocabulary";
import { actionData, entityCard } from "@stsphera/telegram";
import { cardLines } from "./card-lines.ts";
import { newsLines, newsTitle } from "./news-lines.ts";
import { holderOf, type TaskView, taskWords } from "./task-view.ts";

/** A button under a task: an action, a decision on a deadline request, or opening the task. */
export type TaskButton = TaskAction | RescheduleMove | "open";
type Rows = readonly (readonly TaskButton[])[];

/** Callback data of the buttons under a task; a decision carries the request id as `part`. */
export const taskButtons = actionData<TaskButton>({
  entity: "t",
  actions: [...TASK_ACTIONS, ...RESCHEDULE_MOVES, "open"],
  ofPart: RESCHEDULE_MOVES,
  aliases: { ask: "comment", agree: "approve", keep: "refuse" },
});

/** All possible actions, for the full card. */
const ROWS: Rows = [
  ["take", "decline"],
  ["submit", "postpone"],
  ["block", "undo"],
  ["approve", "refuse"],
  ["accept", "return"],
  ["unblock"],
  ["reopen"],
  ["assign", "reassign"],
  ["edit", "cancel"],
  ["comment"],
];
/** Actions a notification offers, by the state of the task. */
const ASKED: Readonly<Record<TaskStatus, Rows>> = {
  new: [["assign"], ["edit", "cancel"]],
  assigned: [
    ["take", "decline"],
    ["comment", "open"],
  ],
  in_progress: [
    ["submit", "postpone"],
    ["block", "open"],
  ],
  review: [["accept", "return"], ["open"]],
  blocked: [["unblock", "comment"], ["open"]],
  done: [["open"]],
  cancelled: [["open"]],
};
const REQUEST: Rows = [["approve", "refuse"], ["open"]];
/** What others than the assignee can do about a late task. */
const LATE: Rows = [
  ["comment", "reassign"],
  ["edit", "open"],
];
/** News without actions. */
const TOLD_ONLY: readonly string[] = ["returned", "passed_on"];

const TO_TAKE: readonly TaskButton[] = ["take", "decline"];
/** Offered once the task is in work. */
const IN_WORK: readonly TaskButton[] = ["submit", "postpone", "block"];

function rowsFor(task: TaskCard, { news, readerId }: TaskView): Rows | undefined {
  if (!news) return undefined;
  const { status, can } = task;
  if (TOLD_ONLY.includes(news.kind)) return [["open"]];
  if (can.request !== null) return REQUEST;
  const asked = news.kind === "late" && holderOf(task)?.id !== readerId ? LATE : ASKED[status];
  const toAnswer = news.kind === "commented" && !asked.flat().includes("comment");
  return toAnswer ? [["comment"], ...asked] : asked;
}

/** The reader's actions; assignee actions are offered only to the assignee. */
function offers({ can, assignee }: TaskCard, { readerId, news }: TaskView): (action: TaskButton) => boolean {
  const allowed: readonly TaskButton[] = [
    ...can.actions,
    ...(can.request?.actions ?? []),
    ...(news ? ["open" as const] : []),
  ];
  const mine = assignee?.id === readerId;
  return (action) => {
    if (!allowed.includes(action) || (IN_WORK.includes(action) && allowed.includes("take"))) return false;
    return [...TO_TAKE, ...IN_WORK].includes(action) ? mine : !(mine && action === "reassign");
  };
}

/** «Reassign» if the task had an assignee; a blocker escalates instead of blocking in turn; a comment is answered. */
function captionOf(task: TaskCard, action: TaskButton, { news, readerId }: TaskView): TaskCaption {
  const stepsIn = news?.kind === "late" && holderOf(task)?.id !== readerId;
  if (stepsIn && action === "comment") return "intervene";
  if (stepsIn && action === "reassign") return "passon";
  const had = task.moves.length > 0 || news?.kind === "declined";
  if (action === "assign" && had) return "reassign";
  const asked = task.status === "blocked" && task.can.actions.includes("unblock");
  if (action !== "comment") return action;
  if (asked) return "escalate";
  return news?.kind === "commented" ? "answer" : action;
}

/** The card of a task: complete, or with what happened for a notification. */
export const taskCard = entityCard<TaskCard, TaskButton, TaskView>({
  name: "task",
  title: (task, view) =>
    view.news ? newsTitle(task, view.news, view) : taskWords(view.locale)("title", { title: task.title }),
  lines: (task, view) => (view.news ? newsLines(task, view.news, view) : cardLines(task, view)),
  rows: ROWS,
  rowsFor,
  offers,
  button(task, action, view) {
    const { id, version, can } = task;
    const request = action === "approve" || action === "refuse" ? can.request : null;
    const part = request === null ? { version } : { partId: request.id, version: request.version };
    const text = TASK_CAPTIONS[view.locale][captionOf(task, action, view)];
    return { kind: "callback", text, data: taskButtons.pack({ action, id, ...part }) };
  },
});
