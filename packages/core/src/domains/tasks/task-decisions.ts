import { schema } from "@stsphera/db";
import { eq, inArray } from "drizzle-orm";
import { decidingMoves, personJson } from "../../kernel/index.ts";
import { type DecisionSource, dueRows, within } from "../../platform/decisions/index.ts";
import { requestSubject } from "./close-open-request.ts";
import { subjectOf } from "./load-task.ts";
import { rescheduleDecisions, rescheduleWorkflow } from "./reschedule-workflow.ts";
import { taskDecisions, taskWorkflow } from "./task-workflow.ts";

const { rescheduleRequests, tasks } = schema;

const linkToTask: DecisionSource["linkOf"] = ({ taskId }) =>
  taskId === null ? null : { kind: "task", id: taskId };

/** Waiting decisions on tasks: taking by the assignee, judging, and help by who is named as the blocker. */
export const taskDecisionSource: DecisionSource = {
  entityType: "task",
  table: "tasks",
  decidedBy: [
    { permission: "task.execute", relation: "assignee" },
    { permission: "task.approve" },
    { permission: "task.approve", relation: "creator" },
    { permission: "task.block", relation: "blocker" },
  ],
  actions: {
    task_to_take: decidingMoves(taskWorkflow, "assigned", "task.execute"),
    task_to_judge: decidingMoves(taskWorkflow, "review", "task.approve"),
    task_to_unblock: decidingMoves(taskWorkflow, "blocked", "task.block"),
  },
  shown: `select json_build_object('taskId', t.id, 'title', t.title, 'version', t.version,
      'text', case p.kind when 'task_to_take' then t.text when 'task_to_unblock' then t.blocked_reason end,
      'who', case p.kind when 'task_to_take' then ${personJson("t.creator_id")}
        else ${personJson("t.assignee_id")} end)
    from tasks t where t.id = p.id`,
  linkOf: linkToTask,
  due: dueRows(tasks, inArray(tasks.status, ["assigned", "review", "blocked"]), (task) => ({
    ...subjectOf(task),
    decisions: taskDecisions(task),
  })),
};

/** Deadline requests, which wait while open. */
export const rescheduleDecisionSource: DecisionSource = {
  entityType: "reschedule_request",
  table: "reschedule_requests",
  decidedBy: [{ permission: "task.reschedule" }, { permission: "task.reschedule", relation: "creator" }],
  actions: { reschedule: decidingMoves(rescheduleWorkflow, "open", "task.reschedule") },
  shown: `select json_build_object('taskId', t.id, 'title', t.title, 'version', r.version, 'text', r.reason,
      'toDay', r.to_day, 'who', ${personJson("r.requested_by")})
    from reschedule_requests r join tasks t on t.id = r.task_id where r.id = p.id`,
  linkOf: linkToTask,
  due: async (on, part) => {
    const open = eq(rescheduleRequests.status, "open");
    const rows = await on
      .select({ request: rescheduleRequests, task: tasks })
      .from(rescheduleRequests)
      .innerJoin(tasks, eq(tasks.id, rescheduleRequests.taskId))
      .where(within(rescheduleRequests.id, part, open))
      .orderBy(rescheduleRequests.id)
      .limit(part.limit);
    return rows.map(({ request, task }) => ({
      ...requestSubject(request),
      decisions: rescheduleDecisions(request, task),
    }));
  },
};
