import type { TaskFile } from "@stsphera/contracts";
import type { Context } from "../../kernel/index.ts";

/** A file of a task as it is stored, before its links are signed for a reader. */
export type StoredTaskFile = Omit<TaskFile, "url" | "thumbUrl"> & { key: string };

/** One file of a task in SQL: `x` is the file, `tf` its tie to the task. */
export const TASK_FILE_JSON = `json_build_object('id', x.id, 'name', x.name, 'purpose', x.purpose,
  'status', x.status, 'key', x.storage_key, 'commentId', tf.comment_id)`;

/** A file with links good for ten minutes, once it is ready; a document is saved under its name and has no thumbnail. */
export function presentTaskFile(ctx: Context, { key, ...file }: StoredTaskFile): TaskFile {
  const photo = file.purpose === "photo";
  const links = file.status === "ready" ? ctx.links : undefined;
  if (!photo) return { ...file, url: links?.sign(key, "original", file.name) ?? null, thumbUrl: null };
  return { ...file, url: links?.sign(key, "1280") ?? null, thumbUrl: links?.sign(key, "320") ?? null };
}
