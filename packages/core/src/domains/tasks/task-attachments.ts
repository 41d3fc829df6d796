import type { Database } from "@stsphera/db";
import type { AttachmentRule, AttachmentRules, Sight } from "../../platform/attachments/index.ts";

type Row = { taskId: number; objectId: number };

const OF_TASK = `select id as "taskId", object_id as "objectId" from tasks where id = $1`;
const OF_COMMENT = `
  select t.id as "taskId", t.object_id as "objectId"
  from task_comments c join tasks t on t.id = c.task_id where c.id = $1`;

export const taskSight = (objectId: number | null): Sight => ({ objectId, permission: "task.view" });

function ruleBy(statement: string): AttachmentRule {
  const find = async (db: Database, entityId: number): Promise<Row> => {
    const [row] = await db.read<Row>(statement, [entityId]);
    if (row === undefined) throw new Error(`a file is attached to ${entityId}, which is not there`);
    return row;
  };
  return {
    sight: async (db, entityId) => taskSight((await find(db, entityId)).objectId),
    place: async (db, entityId) => ({ kind: "task", id: (await find(db, entityId)).taskId }),
  };
}

/** Files of a task and of its comments. */
export const taskAttachments = {
  task: ruleBy(OF_TASK),
  task_comment: ruleBy(OF_COMMENT),
} as const satisfies AttachmentRules;
