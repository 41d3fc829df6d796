import type { RescheduleMove, RescheduleStatus, TaskStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, mayMakeMove, notDoer } from "../../kernel/index.ts";
import { canForTask, type JudgedTask } from "./task-workflow.ts";

type RescheduleCase = Case<RescheduleStatus>;

export type JudgedRequest = { status: RescheduleStatus; requestedBy: number };

/** A request for another date as its decision is judged: it is the work of the one who asked. */
export const rescheduleCase = (request: JudgedRequest, task: JudgedTask): RescheduleCase => ({
  objectId: task.objectId,
  state: request.status,
  ties: { creator: task.creatorId },
  doers: [request.requestedBy],
});

const decision = {
  from: ["open"],
  permission: "task.reschedule",
  actorRule: notDoer<RescheduleCase>("not_own_request"),
  event: "task.reschedule_decided",
} as const;

/** The creator or the project manager decides, never who asked nor anybody in his place alone. */
export const rescheduleWorkflow = defineWorkflow<RescheduleCase, RescheduleStatus>()<RescheduleMove>({
  approve: { ...decision, to: "approved" },
  refuse: { ...decision, to: "refused" },
});

/** Whether the actor decides a request that waits. */
export const mayDecideReschedule = (actor: Actor, task: JudgedTask, requestedBy: number): boolean =>
  mayMakeMove(actor, rescheduleWorkflow.moves.approve, rescheduleCase({ status: "open", requestedBy }, task));

const IN_HAND: readonly TaskStatus[] = ["assigned", "in_progress", "blocked"];

/** The assignee asks for another day while the work is in his hands. */
export function mayAskReschedule(actor: Actor, task: JudgedTask): boolean {
  const assigned = actor.kind === "user" && actor.id === task.assigneeId;
  return assigned && IN_HAND.includes(task.status) && canForTask(actor, "task.execute", task);
}

/** What waits for whom while a request stands so. */
export function rescheduleDecisions(
  request: JudgedRequest & { createdAt: Date },
  task: JudgedTask & { deadline: string | null },
): readonly Decision[] {
  if (request.status !== "open") return [];
  const asked = {
    kind: "reschedule",
    permission: "task.reschedule",
    exceptUserIds: [request.requestedBy],
    dueOn: task.deadline,
    since: request.createdAt,
  } as const;
  return [asked, { ...asked, holderId: task.creatorId, relation: "creator", companyWide: true }];
}

/** Whether the actor may say something about the task. */
export const mayComment = (actor: Actor, { objectId }: Pick<JudgedTask, "objectId">): boolean =>
  can(actor, "task.comment", { objectId });
