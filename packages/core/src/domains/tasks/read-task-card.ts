import type { ObjectStatus, TaskCard, TaskLadder } from "@stsphera/contracts";
import { dayText, instantText, intactMove, movesJson, personJson } from "../../kernel/index.ts";
import { evidenceCount, type StoredTaskFile, taskFileJson, taskFiles } from "./task-file-sql.ts";
import { ON_SITE, TASK_COLUMNS, TASK_TABLES } from "./task-sql.ts";

/** A complete task, read in one statement. */
export type TaskCardRow = Omit<TaskCard, "files" | "can" | "ladder"> & {
  files: StoredTaskFile[];
  /** The blocking user while the task is blocked. */
  blockerUserId: number | null;
  /** Neither the task nor its checklist was changed since the newest move. */
  intact: boolean;
  objectStatus: ObjectStatus;
  /** The current day of the object. */
  today: string;
  /** Whether the assignee works on site: their lateness counts in the object's working days. */
  onSite: boolean;
  /** Levels of escalation reached for the current deadline. */
  told: TaskLadder["told"];
};

/** How many of the newest history rows a card shows. */
const LONGEST = 100;

/** A checklist item was ticked since the move `m`. */
const TICKED = "exists (select from task_checklist_items i where i.task_id = t.id and i.done_at >= m.at)";

/** $1 instant. Evidence are photos sent by the assignee. */
const TASKS = `
  select ${TASK_COLUMNS}, t.text, t.required_photos as "requiredPhotos",
    ${evidenceCount("t.id", "array[t.assignee_id]")} as "photoCount",
    t.blocker_user_id as "blockerUserId", o.status as "objectStatus",
    (${dayText("$1::timestamptz")})::text as today,
    ${ON_SITE} as "onSite",
    (select coalesce(json_agg(json_build_object('level', e.level, 'lateDays', e.late_days, 'at', ${instantText("e.at")})
        order by e.level), '[]')
      from task_escalations e where e.task_id = t.id and e.deadline = t.deadline) as told,
    ${intactMove("task", "t", TICKED)} as intact,
    case when t.status = 'blocked' then json_build_object('user', ${personJson("t.blocker_user_id")},
      'task', (select json_build_object('id', b.id, 'title', b.title) from tasks b where b.id = t.blocker_task_id),
      'since', ${instantText("t.blocked_at")}) end as blocker,
    ${instantText("t.assigned_at")} as "assignedAt", ${instantText("t.accepted_at")} as "acceptedAt",
    ${instantText("t.submitted_at")} as "submittedAt", ${instantText("t.completed_at")} as "completedAt",
    (select coalesce(json_agg(json_build_object('id', i.id, 'text', i.text, 'done', i.done,
        'doneBy', ${personJson("i.done_by")}, 'doneAt', ${instantText("i.done_at")}, 'version', i.version)
        order by i.sort), '[]') from task_checklist_items i where i.task_id = t.id) as checklist,
    (select coalesce(json_agg(x.file order by x.id), '[]') from (
      select x.id, ${taskFileJson()} as file from ${taskFiles("t.id")}
      order by x.id desc limit ${LONGEST}) x) as files,
    ${movesJson("task", "t.id")} as moves,
    (select coalesce(json_agg(json_build_object('deadline', l.deadline, 'setBy', ${personJson("l.set_by")},
        'setAt', ${instantText("l.set_at")}) order by l.id), '[]')
      from (select * from task_deadlines where task_id = t.id order by id desc limit ${LONGEST}) l) as deadlines,
    (select coalesce(json_agg(json_build_object('id', r.id, 'taskId', r.task_id, 'requestedBy', ${personJson("r.requested_by")},
        'fromDay', r.from_day, 'toDay', r.to_day, 'reason', r.reason, 'status', r.status,
        'decidedBy', ${personJson("r.decided_by")}, 'decidedAt', ${instantText("r.decided_at")},
        'decisionReason', r.decision_reason, 'createdAt', ${instantText("r.created_at")}, 'version', r.version)
        order by r.id desc), '[]')
      from (select * from reschedule_requests where task_id = t.id order by id desc limit ${LONGEST}) r) as reschedules
  from tasks t ${TASK_TABLES}`;

/** $1 instant · $2 task */
export const TASK_CARD = `${TASKS} where t.id = $2`;

/** $1 instant · $2 tasks */
export const TASK_CARDS = `${TASKS} where t.id = any ($2::int[])`;
