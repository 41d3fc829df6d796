import {
  changeTaskStatus,
  commentTask,
  type Context,
  createDelegation,
  createTask,
  decideReschedule,
  requestReschedule,
} from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { addDays, type Day, moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import type { Frame } from "../story/block-b.ts";
import { type Step, stepKey, type StoryTask, type TaskDay, type When } from "../story/story-task.ts";
import { ABSENCE, TASKS } from "../story/tasks.ts";
import type { UserIds } from "./register-people.ts";
import type { SendPhotos, Site } from "./work-days.ts";

type Team = Site & { frame: Frame; users: UserIds; sendPhotos: SendPhotos };
type Ids = Map<number, number>;

/** All actions on the object's tasks, and the foreman's deputy. */
export function teamWork(team: Team): Act[] {
  const ids: Ids = new Map();
  const at = ([shift, clock]: When) => moment(team.calendar.shiftDay(shift), clock);
  const tasks = TASKS.flatMap((task) => [
    { at: at(task.at), run: () => setTask(team, ids, task, at(task.at)) },
    ...(task.steps ?? []).map((step) => ({
      at: at(step.at),
      run: () => takeStep(team, known(ids, task.no), { task, step }, at(step.at)),
    })),
  ]);
  return [...tasks, { at: at(ABSENCE.at), run: () => nameDeputy(team, at(ABSENCE.at)) }];
}

async function setTask(team: Team, ids: Ids, task: StoryTask, at: Date): Promise<void> {
  const { title, text, to, deadline, priority, department, requiredPhotos, checklist } = task;
  const { id } = await createTask.run(await team.stage.as(task.by, at), {
    objectId: team.object.id,
    title,
    text,
    assigneeId: to === undefined ? undefined : team.users[to],
    deadline: dayOf(team, deadline),
    priority,
    department,
    requiredPhotos,
    checklist: checklist === undefined ? undefined : [...checklist],
  });
  ids.set(task.no, id);
}

async function takeStep(
  team: Team,
  taskId: number,
  { task, step }: { task: StoryTask; step: Step },
  at: Date,
): Promise<void> {
  const ctx = await team.stage.as(step.by, at);
  const fileIds =
    step.photos === undefined ? [] : await team.sendPhotos({ key: stepKey(task, step), author: step.by }, at);
  if ("says" in step) {
    const mentions = (step.mentions ?? []).map((person) => team.users[person]);
    await commentTask.run(ctx, { taskId, text: step.says, mentions, fileIds });
  } else if ("asks" in step) {
    await requestReschedule.run(ctx, { taskId, deadline: dayOf(team, step.asks), reason: step.reason });
  } else if ("agrees" in step) {
    await decideReschedule.run(ctx, { ...(await openRequest(team, taskId)), to: "approved" });
  } else {
    await move(team, ctx, taskId, { step, fileIds });
  }
}

async function move(
  { stage, users }: Team,
  ctx: Context,
  taskId: number,
  { step, fileIds }: { step: Extract<Step, { to: string }>; fileIds: number[] },
): Promise<void> {
  const [row] = await stage.db.read<{ version: number }>("select version from tasks where id = $1", [taskId]);
  if (row === undefined) throw new Error(`there is no task ${taskId}`);
  const { to, reason } = step;
  const blocker = step.to === "blocked" ? { userId: users[step.blocker] } : undefined;
  await changeTaskStatus.run(ctx, { taskId, version: row.version, to, reason, blocker, fileIds });
}

async function openRequest({ stage }: Team, taskId: number): Promise<{ requestId: number; version: number }> {
  const [request] = await stage.db.read<{ requestId: number; version: number }>(
    `select id as "requestId", version from reschedule_requests where task_id = $1 and status = 'open'`,
    [taskId],
  );
  if (request === undefined) throw new Error(`nobody asked for a date of task ${taskId}`);
  return request;
}

async function nameDeputy({ stage, frame, users }: Team, at: Date): Promise<void> {
  const { principal, deputy, from, to } = ABSENCE;
  await createDelegation.run(await stage.as(principal, at), {
    deputyId: users[deputy],
    fromDay: addDays(frame.today, from),
    toDay: addDays(frame.today, to),
  });
}

function dayOf({ calendar, frame }: Team, day: TaskDay): Day {
  if ("late" in day) return calendar.lateDay(day.late);
  if ("officeLate" in day) return calendar.officeLateDay(day.officeLate);
  if ("ahead" in day) return addDays(frame.today, day.ahead);
  return addDays(calendar.shiftDay(day.shift), day.after ?? 0);
}
