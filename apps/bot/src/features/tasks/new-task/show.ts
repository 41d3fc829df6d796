import { getObject } from "@stsphera/core";
import type { ObjectCard } from "@stsphera/contracts";
import { objectsFor } from "../../../engine/object-chooser.ts";
import { arrange, type Choosable } from "../../../engine/people-chooser.ts";
import { showStep } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { NewTask } from "./dialogue.ts";
import {
  confirmMessage,
  deadlineMessage,
  objectMessage,
  textMessage,
  titleMessage,
  whoMessage,
} from "./messages.ts";

export function objectOf(turn: Turn, d: NewTask): Promise<ObjectCard> {
  if (d.objectId === null) throw new Error("a task without an object");
  return getObject.run(turn.context(), { objectId: d.objectId });
}

/** Members who can have a task on their hands. */
export async function workersOf(turn: Turn, d: NewTask): Promise<Choosable[]> {
  const { team } = await objectOf(turn, d);
  return team
    .filter(({ roles }) => roles.some((role) => role !== "viewer"))
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
}

/** Shows the question the dialogue has come to. */
export async function showNewTask(turn: Turn, d: NewTask): Promise<void> {
  switch (d.step) {
    case "object":
      return showStep(turn, d, objectMessage(turn, d, await objectsFor(turn, "task.create")));
    case "title":
      return showStep(turn, d, titleMessage(turn, d));
    case "who":
      return showStep(turn, d, whoMessage(turn, d, arrange(await workersOf(turn, d), d.search)));
    case "deadline":
      return showStep(turn, d, deadlineMessage(turn, d, (await objectOf(turn, d)).today));
    case "text":
      return showStep(turn, d, textMessage(turn, d));
    case "confirm":
      return showStep(turn, d, confirmMessage(turn, d));
  }
}
