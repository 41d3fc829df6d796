import { canSomewhere } from "@stsphera/rbac";
import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { newTaskForms, openNewTask } from "./new-task/new-task-forms.ts";
import { taskEntity } from "./task-entity.ts";

/** /tasks, /newtask and the cards of tasks; what is said about one is its forms'. */
export const tasksFeature = entityFeature(taskEntity, {
  forms: [newTaskForms],
  commands: [
    {
      name: "newtask",
      place: 50,
      works: (actor) => canSomewhere(actor, "task.create"),
      answer: openNewTask,
    },
  ],
});
