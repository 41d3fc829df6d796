import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { newTask } from "./new-task.ts";
import { taskEntity } from "./task-entity.ts";

/** /tasks, /newtask and the cards of tasks; what is said about one is its forms'. */
export const tasksFeature = entityFeature(taskEntity, newTask);
