import { id, pageQuery, type TaskComment, type TaskCommentPage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import {
  instantText,
  notFound,
  openCursor,
  personJson,
  personRow,
  query,
  toPage,
} from "../../kernel/index.ts";
import { filesJson, withLinks } from "../../platform/attachments/index.ts";
import { type StoredTaskFile, taskFileJson } from "./task-file-sql.ts";
import { taskSight } from "./task-attachments.ts";

type StoredComment = Omit<TaskComment, "files"> & { files: StoredTaskFile[] };
type Row = { objectId: number; comments: StoredComment[] };

/** $1 task · $2 id of the oldest comment of the previous page · $3 limit */
const STATEMENT = `
  select t.object_id as "objectId", (
    select coalesce(json_agg(json_build_object('id', c.id, 'taskId', c.task_id, 'author', ${personJson("c.author_id")},
        'text', c.text,
        'mentions', (select coalesce(json_agg(${personRow("u")} order by m.place), '[]')
          from unnest(c.mentions) with ordinality as m (id, place) join users u on u.id = m.id),
        'files', ${filesJson("task_comment", "c.id", taskFileJson("c.id"))},
        'createdAt', ${instantText("c.created_at")}) order by c.id desc), '[]')
    from (select * from task_comments where task_id = $1 and id < $2 order by id desc limit $3) c) as comments
  from tasks t where t.id = $1`;

const NEWEST = 2_147_483_647;

/** The comments of a task, newest first. */
export const listTaskComments = query({
  name: "task.comments",
  permissions: ["task.view"],
  input: z.strictObject({ taskId: id, ...pageQuery }),
  read: async (ctx, { taskId, limit, cursor }): Promise<TaskCommentPage> => {
    const listing = { list: "task.comments", taskId };
    const from = openCursor(cursor, listing);
    const [row] = await ctx.db.read<Row>(STATEMENT, [taskId, from?.id ?? NEWEST, limit + 1]);
    if (row === undefined || !can(ctx.actor, "task.view", { objectId: row.objectId })) throw notFound();
    const page = toPage(row.comments, limit, listing, () => null);
    return {
      ...page,
      items: page.items.map((comment) => ({
        ...comment,
        files: comment.files.map((file) => withLinks(ctx, taskSight(row.objectId), file)),
      })),
    };
  },
});
