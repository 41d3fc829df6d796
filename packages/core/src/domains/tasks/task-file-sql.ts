import type { TaskFile } from "@stsphera/contracts";
import { type AsStored, attachedTo, fileJson, SENT } from "../../platform/attachments/index.ts";

/** A file of a task as stored, before its links are signed for a reader. */
export type StoredTaskFile = AsStored<TaskFile>;

/** SQL of the files `x` of a task, including those of its comments. */
export const taskFiles = (taskId: string) => `(
    select x.*, null::int as comment_id from attachments a join files x on x.id = a.file_id
      where ${attachedTo("task", taskId)}
    union all
    select x.*, c.id from task_comments c join attachments a on ${attachedTo("task_comment", "c.id")}
      join files x on x.id = a.file_id where c.task_id = ${taskId}) x`;

/** SQL of one file of a task. */
export const taskFileJson = (commentId = "x.comment_id") => fileJson("file", `, 'commentId', ${commentId}`);

/** SQL of the number of photos sent by the given users as evidence. */
export const evidenceCount = (taskId: string, people: string) => `(
    select count(*)::int from ${taskFiles(taskId)}
    where x.purpose = 'photo' and x.uploaded_by = any (${people}) and ${SENT})`;
