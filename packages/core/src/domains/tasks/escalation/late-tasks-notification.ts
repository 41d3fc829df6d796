import { can, rolesOn } from "@stsphera/rbac";
import { dayText } from "../../../kernel/index.ts";
import { type NotificationCard, type Reader, viewOf } from "../../../platform/notify/index.ts";
import { lateTasksCard } from "../card/late-tasks-card.ts";
import { taskCard } from "../card/task-card.ts";
import type { TaskNews } from "../card/task-view.ts";
import { presentTask } from "../present-task.ts";
import { TASK_CARD, type TaskCardRow } from "../read-task-card.ts";
import { HOLDER, IS_TOLD, lateDaysOn } from "../task-sql.ts";

type Escalated = {
  taskId: number;
  level: Extract<TaskNews, { kind: "late" }>["level"];
  lateDays: number;
  title: string;
  creatorId: number;
  /** Who is late with it. */
  holderId: number | null;
  assignee: string | null;
};

/** What was escalated on an object to its managers on one day and is still late; `rows`: the cards of a few. */
export type LateTasks = {
  objectId: number;
  objectName: string;
  today: string;
  tasks: Escalated[];
  rows: ReadonlyMap<number, TaskCardRow>;
};

const MAX_DRAWN = 3;
/** Level at which others than the assignee are told. */
const TOLD_FROM = 3;

const DAY = dayText("$1::timestamptz");

/** $1 instant · $2 object. Days are counted as lists show them. */
const STATEMENT = `
  select o.name as "objectName", (${dayText("$1::timestamptz")})::text as today, (select coalesce(json_agg(json_build_object(
      'taskId', t.id, 'level', e.level, 'lateDays', greatest(1, ${lateDaysOn(DAY)}), 'title', t.title, 'creatorId', t.creator_id,
      'holderId', a.id, 'assignee', a.full_name) order by t.deadline, t.id), '[]')
    from tasks t join task_escalations e on e.task_id = t.id and e.deadline = t.deadline
    left join users a on a.id = ${HOLDER}
    where t.object_id = o.id and ${IS_TOLD} and t.deadline < ${dayText("$1::timestamptz")}
      and e.level >= ${TOLD_FROM} and ${dayText("e.at")} = ${dayText("$1::timestamptz")}) as tasks
  from objects o where o.id = $2`;

/** The tasks that concern a reader: a manager all, a creator their own; what is late by oneself is told apart. */
function tasksOf({ tasks, objectId }: LateTasks, { id, actor }: Reader): Escalated[] {
  const manages = rolesOn(actor, objectId).includes("project_manager");
  return tasks.filter(({ creatorId, holderId }) => holderId !== id && (manages || creatorId === id));
}

/** The managers' message about late tasks of an object: one a day, whatever their number. */
export const lateTasksNotification: NotificationCard<LateTasks, "managers" | "creator", never> = {
  name: "task.late",
  category: "tasks",
  acts: ["comment", "reassign", "edit", "open", "review"],
  of: ["task"],
  async read({ db, now }, { objectId }) {
    if (objectId === null) throw new Error("a late task without an object");
    const at = now().toISOString();
    const [found] = await db.read<Omit<LateTasks, "objectId" | "rows">>(STATEMENT, [at, objectId]);
    if (found === undefined || found.tasks.length === 0) return null;
    const rows = new Map<number, TaskCardRow>();
    // Somebody may have one of several: of many, each would be a statement, so those are told by a list.
    for (const { taskId } of found.tasks.length > MAX_DRAWN ? [] : found.tasks) {
      const [row] = await db.read<TaskCardRow>(TASK_CARD, [at, taskId]);
      if (row !== undefined) rows.set(taskId, row);
    }
    return { objectId, ...found, rows };
  },
  people: ({ tasks }) => ({ creator: tasks.map(({ creatorId }) => creatorId) }),
  groups: ["managers"],
  sees: (reader, late) =>
    can(reader.actor, "task.view", { objectId: late.objectId }) && tasksOf(late, reader).length > 0,
  subject: ({ objectId, today }) => ({
    key: lateTasksCard.key(objectId, today),
    type: "task.escalated",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "tasks", state: "overdue" },
    living: true,
  }),
  // One task opens itself; the list would show the reader more than they were told of.
  linkFor: (late, reader) => {
    const [only, ...others] = tasksOf(late, reader);
    return only === undefined || others.length > 0 ? null : { kind: "task", id: only.taskId };
  },
  draw(late, drawing) {
    const { reader, publicUrl, locale } = drawing;
    const tasks = tasksOf(late, reader);
    const [only, ...others] = tasks;
    const row = only === undefined ? undefined : late.rows.get(only.taskId);
    if (only === undefined || row === undefined || others.length > 0)
      return lateTasksCard.draw({ ...late, rows: tasks }, { locale, publicUrl });
    const news: TaskNews = { kind: "late", level: only.level, lateDays: only.lateDays };
    const view = { ...viewOf({ ...drawing, news: null }, late.today), news };
    return taskCard.draw(presentTask({ actor: reader.actor, now: drawing.now }, row), view);
  },
};
