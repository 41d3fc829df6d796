import { canSomewhere } from "@stsphera/rbac";
import { forbidden } from "@stsphera/core";
import { card } from "@stsphera/telegram";
import { menuButton } from "../../../engine/buttons.ts";
import { objectsFor } from "../../../engine/object-chooser.ts";
import { resumeMessage, showStep } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { beginNewTask, currentNewTask, type NewTask } from "./dialogue.ts";
import { showNewTask } from "./show.ts";

function noObject(turn: Turn): void {
  const { t } = turn;
  turn.say({
    text: card(t("menu.no_object.title"), [t("menu.no_object.text")]),
    buttons: [[menuButton(t)]],
  });
}

/** The first question for an object that is known already, or the choice of one. */
export async function openNewTask(turn: Turn): Promise<void> {
  const current = currentNewTask(turn);
  if (current !== null && current.title !== null) {
    return showStep(
      turn,
      current,
      resumeMessage(turn, current, turn.t("new_task.resumed", { title: current.title })),
    );
  }
  if (!canSomewhere(turn.person(), "task.create")) throw forbidden("task.create");
  const objects = await objectsFor(turn, "task.create");
  const [only] = objects;
  if (only === undefined) return noObject(turn);
  if (objects.length > 1) return showNewTask(turn, beginNewTask(turn, {}));
  return showNewTask(turn, chosen(beginNewTask(turn, {}), only));
}

/** The dialogue with its object; people and days of another object are forgotten. */
export const chosen = (d: NewTask, object: { id: number; name: string }): NewTask => ({
  ...d,
  step: "title",
  objectId: object.id,
  objectName: object.name,
  assignee: null,
  page: 0,
  search: null,
});
