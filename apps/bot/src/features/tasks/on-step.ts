import { setChecklistItem } from "@stsphera/core";
import { TASK_PRIORITIES } from "@stsphera/contracts";
import { isDay } from "../../engine/days.ts";
import { idIn, pageIn, type StepPress } from "../../engine/step-data.ts";
import { endSteps } from "../../engine/steps.ts";
import type { Turn } from "../../engine/turn.ts";
import { askForDay } from "./ask-for-day.ts";
import type { TaskDialogue } from "./dialogue.ts";
import { finishAssign, finishComment, finishEdit, finishMove, finishSubmit } from "./finish.ts";
import { loadTask, membersFor } from "./load-task.ts";
import { taskMessage } from "./messages/task-card.ts";
import { DECLINE_REASONS, missingText } from "./messages/step-cards.ts";
import { showDialogue } from "./show-dialogue.ts";
import { tried } from "./refused.ts";

const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

async function tick(turn: Turn, d: TaskDialogue, itemId: number | null): Promise<void> {
  const task = await loadTask(turn, d.taskId);
  const item = task.checklist.find(({ id }) => id === itemId);
  if (item === undefined) return stale(turn);
  if (!item.done) {
    const { id, version } = item;
    const ticked = await tried(turn, d.taskId, () =>
      setChecklistItem.run(turn.context(), { itemId: id, version, done: true }),
    );
    if (!ticked) return;
  }
  const fresh = await loadTask(turn, d.taskId);
  return showDialogue(turn, { ...d, version: fresh.version }, fresh);
}

/** «Сдать»: what is missing is said, and the card stays. */
async function submit(turn: Turn, d: TaskDialogue): Promise<void> {
  const missing = missingText(turn, d, await loadTask(turn, d.taskId));
  if (missing !== null) return turn.toast(missing);
  return finishSubmit(turn, d);
}

async function chooseDay(turn: Turn, d: TaskDialogue, day: string): Promise<void> {
  if (!isDay(day)) return stale(turn);
  if (d.step === "edit_deadline") return finishEdit(turn, d, { deadline: day });
  return askForDay(turn, d, day);
}

async function choosePerson(turn: Turn, d: TaskDialogue, personId: number | null): Promise<void> {
  const people = await membersFor(turn, { ...d, search: null }, null);
  if (personId === null || !people.some(({ id }) => id === personId)) return stale(turn);
  if (d.step === "block_who") {
    if (d.reason === null) return stale(turn);
    return finishMove(turn, d, "blocked", { reason: d.reason, blocker: { userId: personId } });
  }
  const task = await loadTask(turn, d.taskId);
  if (task.status === "new") return finishAssign(turn, d, personId);
  return showDialogue(turn, { ...d, step: "assign_words", personId }, task);
}

async function decline(turn: Turn, d: TaskDialogue, code: string): Promise<void> {
  const reason = DECLINE_REASONS.find((one) => one === code);
  if (reason === undefined) return stale(turn);
  if (reason === "other") return showDialogue(turn, { ...d, step: "decline_words" });
  return finishMove(turn, d, "new", { reason: turn.t(`task.decline.${reason}`) });
}

function field(turn: Turn, d: TaskDialogue, name: string): Promise<void> | void {
  const steps = { title: "edit_title", text: "edit_text", deadline: "edit_deadline" } as const;
  const step = Object.entries(steps).find(([one]) => one === name)?.[1];
  return step === undefined ? stale(turn) : showDialogue(turn, { ...d, step });
}

function priority(turn: Turn, d: TaskDialogue, name: string): Promise<void> | void {
  const level = TASK_PRIORITIES.find((one) => one === name);
  return level === undefined ? stale(turn) : finishEdit(turn, d, { priority: level });
}

/** «Отмена»: nothing was written, and the card is the task again. */
async function cancel(turn: Turn, d: TaskDialogue): Promise<void> {
  turn.toast(turn.t("cancel.done"));
  endSteps(turn, d, taskMessage(turn, await loadTask(turn, d.taskId)), false);
}

/** What a button of each step does; a step takes no other button. */
type Handler = (turn: Turn, d: TaskDialogue, argument: string) => Promise<void> | void;
const person: Handler = (turn, d, argument) => choosePerson(turn, d, idIn(argument));
const page: Handler = (turn, d, argument) => showDialogue(turn, { ...d, page: pageIn(argument) });

const HANDLERS: Partial<Record<TaskDialogue["step"], Record<string, Handler>>> = {
  decline: { why: decline },
  submit: { tick: (turn, d, argument) => tick(turn, d, idIn(argument)), submit },
  postpone: { day: chooseDay },
  edit_deadline: { day: chooseDay, empty: (turn, d) => finishEdit(turn, d, { deadline: null }) },
  edit_text: { empty: (turn, d) => finishEdit(turn, d, { text: null }) },
  ask: { send: (turn, d) => finishComment(turn, d, turn.t("task.photo_comment")) },
  block_who: { who: person, page },
  assign: { who: person, page },
  edit: { field, priority },
};

/** A button of the dialogue that is going on. */
export async function onTaskStep(turn: Turn, d: TaskDialogue, pressed: StepPress): Promise<void> {
  if (pressed.action === "cancel") return cancel(turn, d);
  if (pressed.action === "resume") return showDialogue(turn, d);
  const handler = HANDLERS[d.step]?.[pressed.action];
  if (handler === undefined) return stale(turn);
  return handler(turn, d, pressed.argument);
}
