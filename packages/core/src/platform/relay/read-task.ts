import type { ObjectStatus, TaskStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { workdaysThrough } from "../../domains/tasks/index.ts";

/** A task as it stands when it is told of. People stand by their full names. */
export type ToldTask = {
  id: number;
  objectId: number;
  objectName: string;
  objectStatus: ObjectStatus;
  version: number;
  title: string;
  text: string | null;
  status: TaskStatus;
  /** Days of the object. */
  deadline: string | null;
  today: string;
  lateDays: number;
  creatorId: number;
  creator: string;
  creatorRole: Role | null;
  assigneeId: number | null;
  assignee: string | null;
  blockerUserId: number | null;
  /** The blocker himself, or whoever has the blocking task on his hands. */
  blockedById: number | null;
  blockedBy: string | null;
  blockingTask: string | null;
  requiredPhotos: number;
  checklistItems: number;
  completedAt: string | null;
  request: { id: number; version: number; requestedBy: number } | null;
  /** Who caused the event; null for a job. */
  actor: string | null;
  /** Words of the comment that was asked for. */
  comment: string | null;
};

const TASK = `
  select t.id, t.object_id as "objectId", o.name as "objectName", o.status as "objectStatus", t.version, t.title, t.text, t.status,
    t.deadline::text as deadline, d.today::text as today,
    case when t.deadline < d.today and t.status not in ('done', 'cancelled')
      then ${workdaysThrough("d.today")} - ${workdaysThrough("t.deadline")} else 0 end as "lateDays",
    t.creator_id as "creatorId", c.full_name as creator,
    coalesce((select r.role from object_roles r where r.object_id = t.object_id and r.user_id = c.id
      order by r.role <> c.role, r.role limit 1), c.role) as "creatorRole",
    t.assignee_id as "assigneeId", a.full_name as assignee, t.blocker_user_id as "blockerUserId",
    b.id as "blockedById", b.full_name as "blockedBy", bt.title as "blockingTask",
    t.required_photos as "requiredPhotos", t.completed_at::text as "completedAt",
    (select count(*)::int from task_checklist_items i where i.task_id = t.id) as "checklistItems",
    (select json_build_object('id', q.id, 'version', q.version, 'requestedBy', q.requested_by)
      from reschedule_requests q where q.task_id = t.id and q.status = 'open') as request,
    (select u.full_name from users u where u.id = $3) as actor,
    (select x.text from task_comments x where x.id = $4 and x.task_id = t.id) as comment
  from tasks t
  join objects o on o.id = t.object_id
  cross join lateral (select (($1::timestamptz at time zone o.time_zone) - o.day_cutoff)::date as today) d
  join users c on c.id = t.creator_id
  left join users a on a.id = t.assignee_id
  left join tasks bt on bt.id = t.blocker_task_id
  left join users b on b.id = coalesce(t.blocker_user_id, bt.assignee_id)
  where t.id = $2`;

/** Reads a task with what a card of it says. Throws for a task that is not there. */
export async function readToldTask(
  db: Database,
  {
    now,
    taskId,
    actorId,
    commentId,
  }: { now: Date; taskId: number; actorId: number | null; commentId: number | null },
): Promise<ToldTask> {
  const [task] = await db.read<ToldTask>(TASK, [now.toISOString(), taskId, actorId, commentId]);
  if (task === undefined) throw new Error(`there is no task ${taskId}`);
  return task;
}
