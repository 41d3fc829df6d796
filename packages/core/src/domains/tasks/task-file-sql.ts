import type { TaskFile } from "@stsphera/contracts";
import type { StoredFile } from "../../platform/attachments/index.ts";

/** A file of a task as it is stored, before its links are signed for a reader. */
export type StoredTaskFile = Omit<TaskFile, "url" | "thumbUrl" | "status"> & Required<StoredFile>;

/** The files of a task in SQL, those of its comments too: `x` is the file, `tf` what it is attached to. */
export const taskFiles = (taskId: string) => `(
    select file_id, null::int as comment_id from attachments where entity_type = 'task' and entity_id = ${taskId}
    union all
    select a.file_id, tc.id from task_comments tc
      join attachments a on a.entity_type = 'task_comment' and a.entity_id = tc.id where tc.task_id = ${taskId}
  ) tf join files x on x.id = tf.file_id`;

/** One file of a task in SQL. */
export const taskFileJson = (commentId = "tf.comment_id") => `json_build_object('id', x.id, 'name', x.name,
  'purpose', x.purpose, 'status', x.status, 'key', x.storage_key, 'commentId', ${commentId})`;
