import type { RescheduleMove, RescheduleStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, mayMakeMove, notDoer } from "../../kernel/index.ts";
import { canForTask, isInHand, type JudgedTask } from "./task-workflow.ts";

type RescheduleCase = Case<RescheduleStatus>;

export type JudgedRequest = { status: RescheduleStatus; requestedBy: number };

/** A deadline request as its decision is judged; the requester is the doer. */
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

/**
 * The creator or the project manager decides, never the requester nor anyone acting only as the requester's deputy.
 */
export const rescheduleWorkflow = defineWorkflow<RescheduleCase, RescheduleStatus>()<RescheduleMove>({
  approve: { ...decision, to: "approved" },
  refuse: { ...decision, to: "refused" },
});

/** Whether the actor may decide a waiting request. */
export const mayDecideReschedule = (actor: Actor, task: JudgedTask, requestedBy: number): boolean =>
  mayMakeMove(actor, rescheduleWorkflow.moves.approve, rescheduleCase({ status: "open", requestedBy }, task));

/** Whether the actor, as assignee with the task in hand, may request another deadline. */
export function mayAskReschedule(actor: Actor, task: JudgedTask): boolean {
  const assigned = actor.kind === "user" && actor.id === task.assigneeId;
  return assigned && isInHand(task.status) && canForTask(actor, "task.execute", task);
}

/** The decisions that wait for a request in this state. */
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

/** Whether the actor may comment on the task. */
export const mayComment = (actor: Actor, { objectId }: Pick<JudgedTask, "objectId">): boolean =>
  can(actor, "task.comment", { objectId });
