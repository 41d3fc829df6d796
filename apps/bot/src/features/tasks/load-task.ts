import { getObject, getTask } from "@stsphera/core";
import type { ObjectCard, TaskCard } from "@stsphera/contracts";
import { arrange, type Choosable } from "../../engine/people-chooser.ts";
import type { Turn } from "../../engine/turn.ts";
import type { TaskDialogue } from "./dialogue.ts";

export const loadTask = (turn: Turn, taskId: number): Promise<TaskCard> =>
  getTask.run(turn.context(), { taskId });

export const objectOf = (turn: Turn, d: { objectId: number }): Promise<ObjectCard> =>
  getObject.run(turn.context(), { objectId: d.objectId });

/** Members who can have a task on their hands: everybody but observers. */
export async function membersFor(turn: Turn, d: TaskDialogue, but: number | null): Promise<Choosable[]> {
  const { team } = await objectOf(turn, d);
  const people = team
    .filter(({ userId, roles }) => userId !== but && roles.some((role) => role !== "viewer"))
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
  return arrange(people, d.search);
}
