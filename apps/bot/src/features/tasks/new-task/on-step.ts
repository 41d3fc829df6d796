import { createTask, DomainError, getTask } from "@stsphera/core";
import { TASK_PRIORITIES } from "@stsphera/contracts";
import { isDay } from "../../../engine/days.ts";
import { objectsFor } from "../../../engine/object-chooser.ts";
import { idIn, pageIn, type StepPress } from "../../../engine/step-data.ts";
import { cancelSteps, endSteps } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { taskCardKey } from "../dialogue.ts";
import { taskMessage } from "../messages/task-card.ts";
import type { NewTask } from "./dialogue.ts";
import { PHOTO_CHOICES } from "./messages.ts";
import { chosen } from "./open.ts";
import { objectOf, showNewTask, workersOf } from "./show.ts";

const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

async function chooseObject(turn: Turn, d: NewTask, objectId: number | null): Promise<void> {
  const object = (await objectsFor(turn, "task.create")).find(({ id }) => id === objectId);
  if (object === undefined) return stale(turn);
  turn.remember({ objectId: object.id });
  return showNewTask(turn, chosen(d, object));
}

async function choosePerson(turn: Turn, d: NewTask, personId: number | null): Promise<void> {
  const person = (await workersOf(turn, d)).find(({ id }) => id === personId);
  if (person === undefined) return stale(turn);
  const assignee = { id: person.id, fullName: person.fullName };
  return showNewTask(turn, { ...d, step: "deadline", assignee });
}

/** Takes a deadline, pressed or typed; a day that is over says so. */
export async function chooseDeadline(turn: Turn, d: NewTask, deadline: string | null): Promise<void> {
  if (deadline !== null) {
    if (!isDay(deadline)) return stale(turn);
    const { today } = await objectOf(turn, d);
    if (deadline < today) return turn.tell(turn.t("day.past"));
  }
  return showNewTask(turn, { ...d, step: "confirm", deadline });
}

/** What the verb refuses is a question to be answered once more. */
function stepOf(sentence: string | undefined): NewTask["step"] | null {
  if (sentence === "deadline_past") return "deadline";
  const aboutPerson = ["not_on_object", "person_not_active", "viewer_has_no_tasks"];
  return sentence !== undefined && aboutPerson.includes(sentence) ? "who" : null;
}

async function create(turn: Turn, d: NewTask): Promise<void> {
  if (d.objectId === null || d.title === null) return stale(turn);
  const { objectId, title, assignee, deadline, text, priority, requiredPhotos } = d;
  try {
    const { id: taskId } = await createTask.run(turn.context(`tg:new-task:${d.id}`), {
      objectId,
      title,
      priority,
      requiredPhotos,
      ...(assignee === null ? {} : { assigneeId: assignee.id }),
      ...(deadline === null ? {} : { deadline }),
      ...(text === null ? {} : { text }),
    });
    turn.toast(turn.t("new_task.created"));
    turn.remember({ objectId });
    const task = await getTask.run(turn.context(), { taskId });
    // From here on the card is the task's own: notifications edit the same one.
    endSteps(turn, { ...d, card: taskCardKey(taskId) }, taskMessage(turn, task));
  } catch (error) {
    const step = error instanceof DomainError ? stepOf(error.details.sentence) : null;
    if (step === null) throw error;
    turn.toast(turn.t(step === "deadline" ? "day.past" : "task.refusal.person"));
    return showNewTask(turn, { ...d, step, page: 0, search: null });
  }
}

const EARLIER = ["title", "who", "deadline", "confirm"] as const;

/** A button of the dialogue that is going on. */
export async function onNewTaskStep(turn: Turn, d: NewTask, { action, argument }: StepPress): Promise<void> {
  if (action === "cancel") return cancelSteps(turn, d);
  if (action === "resume") return showNewTask(turn, d);
  if (action === "go") {
    const step = EARLIER.find((one) => one === argument);
    return step === undefined ? stale(turn) : showNewTask(turn, { ...d, step, page: 0, search: null });
  }
  switch (`${d.step}.${action}`) {
    case "object.object":
      return chooseObject(turn, d, idIn(argument));
    case "object.page":
    case "who.page":
      return showNewTask(turn, { ...d, page: pageIn(argument) });
    case "who.who":
      return choosePerson(turn, d, idIn(argument));
    case "who.nobody":
      return showNewTask(turn, { ...d, step: "deadline", assignee: null });
    case "deadline.day":
      return chooseDeadline(turn, d, argument);
    case "deadline.none":
      return chooseDeadline(turn, d, null);
    case "confirm.level": {
      const priority = TASK_PRIORITIES.find((one) => one === argument);
      return priority === undefined ? stale(turn) : showNewTask(turn, { ...d, priority });
    }
    case "confirm.photos": {
      const requiredPhotos = PHOTO_CHOICES.find((count) => String(count) === argument);
      return requiredPhotos === undefined ? stale(turn) : showNewTask(turn, { ...d, requiredPhotos });
    }
    case "confirm.text":
      return showNewTask(turn, { ...d, step: "text" });
    case "confirm.create":
      return create(turn, d);
    default:
      return stale(turn);
  }
}
