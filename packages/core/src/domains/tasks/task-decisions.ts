import { decidingMoves, personJson } from "../../kernel/index.ts";
import type { DecisionSource } from "../../platform/decisions/index.ts";
import { rescheduleWorkflow } from "./reschedule-workflow.ts";
import { taskWorkflow } from "./task-workflow.ts";

/** `task_to_judge` and `reschedule` wait for those who decide by their role, and for the task's creator by his name. */
const BY_ROLE_OR_CREATOR = (person: string) =>
  `(values (null, null, false), ('creator', ${person}, true)) w(relation, holder_id, company_wide)`;

const linkToTask: DecisionSource["linkOf"] = ({ taskId }) =>
  taskId === null ? null : { kind: "task", id: taskId };

/** What waits of tasks: being taken by the assignee, being judged. The rows are those of `taskDecisions`. */
export const taskDecisionSource: DecisionSource = {
  entityType: "task",
  table: "tasks",
  decidedBy: [
    { permission: "task.execute", relation: "assignee" },
    { permission: "task.approve" },
    { permission: "task.approve", relation: "creator" },
  ],
  actions: {
    task_to_take: decidingMoves(taskWorkflow, "assigned", "task.execute"),
    task_to_judge: decidingMoves(taskWorkflow, "review", "task.approve"),
  },
  shown: `select json_build_object('taskId', t.id, 'title', t.title, 'version', t.version,
      'text', case p.kind when 'task_to_take' then t.text end,
      'who', case p.kind when 'task_to_take' then ${personJson("t.creator_id")}
        else ${personJson("t.assignee_id")} end)
    from tasks t where t.id = p.id`,
  linkOf: linkToTask,
  rebuild: `
    select t.object_id, 'task', t.id, 'task_to_take', 'task.execute', 'assignee', null, t.assignee_id, '{}'::int[], true,
      t.deadline, t.status_since, null
    from tasks t where t.status = 'assigned' and t.assignee_id is not null
    union all
    select t.object_id, 'task', t.id, 'task_to_judge', 'task.approve', w.relation, null, w.holder_id,
      case when t.assignee_id <> t.creator_id then array[t.assignee_id] else '{}' end, w.company_wide,
      t.deadline, t.status_since, null
    from tasks t cross join lateral ${BY_ROLE_OR_CREATOR("t.creator_id")} where t.status = 'review'`,
};

/** Requests for another date, which wait while they are open. The rows are those of `rescheduleDecisions`. */
export const rescheduleDecisionSource: DecisionSource = {
  entityType: "reschedule_request",
  table: "reschedule_requests",
  decidedBy: [{ permission: "task.reschedule" }, { permission: "task.reschedule", relation: "creator" }],
  actions: { reschedule: decidingMoves(rescheduleWorkflow, "open", "task.reschedule") },
  shown: `select json_build_object('taskId', t.id, 'title', t.title, 'version', r.version, 'text', r.reason,
      'toDay', r.to_day, 'who', ${personJson("r.requested_by")})
    from reschedule_requests r join tasks t on t.id = r.task_id where r.id = p.id`,
  linkOf: linkToTask,
  rebuild: `
    select r.object_id, 'reschedule_request', r.id, 'reschedule', 'task.reschedule', w.relation, null, w.holder_id,
      array[r.requested_by], w.company_wide, t.deadline, r.created_at, null
    from reschedule_requests r join tasks t on t.id = r.task_id
    cross join lateral ${BY_ROLE_OR_CREATOR("t.creator_id")} where r.status = 'open'`,
};
