import { type AttachmentRules, type Sight, thingRule } from "../../platform/attachments/index.ts";

const OF_TASK = `select id, object_id as "objectId" from tasks where id = $1`;
const OF_COMMENT = `
  select t.id, t.object_id as "objectId"
  from task_comments c join tasks t on t.id = c.task_id where c.id = $1`;

export const taskSight = (objectId: number | null): Sight => ({ objectId, permission: "task.view" });

const shown = { kind: "task", sightOf: taskSight } as const;

/** Files of a task and of its comments. */
export const taskAttachments = {
  task: thingRule(OF_TASK, shown),
  task_comment: thingRule(OF_COMMENT, shown),
} as const satisfies AttachmentRules;
