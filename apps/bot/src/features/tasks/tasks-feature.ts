import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { newTask } from "./new-task.ts";
import { taskEntity } from "./task-entity.ts";

/** /tasks, /newtask and the cards of tasks; the actions are in the forms of the entity. */
export const tasksFeature = entityFeature(taskEntity, newTask);
