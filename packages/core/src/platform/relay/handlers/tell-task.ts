import { can } from "@stsphera/rbac";
import { numberOf, numbersOf } from "../payload.ts";
import { type Member, readMembers } from "../recipients.ts";
import { readToldTask, type ToldTask } from "../read-task.ts";
import { requestToDecide, taskActions } from "../task-actions.ts";
import { type Audience, audiencesOf } from "../task-audience.ts";
import type { Handler, RelayedEvent, Told } from "../told.ts";

/**
 * The living card of a task, one a person: whoever has to do something new is rung, the cards of the others are edited
 * in silence. Never for the one who did it, never for people who may not see the task.
 */
export const tellTask: Handler = async ({ db, now }, event) => {
  const at = now();
  const { payload, actorId, entityId } = event;
  const commentId = numberOf(payload["commentId"]);
  const task = await readToldTask(db, { now: at, taskId: entityId, actorId, commentId });
  const audiences = audiencesOf(event, task);
  if (audiences === null) return [];
  const members = await readMembers(db, task.objectId, peopleOf(event, task));
  const others = members.filter(
    ({ actor }) => actor.id !== actorId && can(actor, "task.view", { objectId: task.objectId }),
  );
  return others.map((member) => {
    const audience = audiences.told.find((one) => hears(one, member));
    return cardFor({ member, task, event, at }, audience ?? { to: [], news: audiences.seen, ring: "never" }, {
      onlyIfKnown: audience === undefined,
    });
  });
};

/** Everybody whom an event of the task may concern, besides the РП. */
function peopleOf({ payload }: RelayedEvent, task: ToldTask): number[] {
  const ids = [
    task.creatorId,
    task.assigneeId,
    task.blockedById,
    numberOf(payload["previousAssigneeId"]),
    numberOf(payload["blockerUserId"]),
    numberOf(payload["requestedBy"]),
    ...numbersOf(payload["mentions"]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

function hears(audience: Audience, { actor, roles }: Member): boolean {
  return audience.to.includes(actor.id) || (audience.managers === true && roles.includes("project_manager"));
}

type Telling = { member: Member; task: ToldTask; event: RelayedEvent; at: Date };

function cardFor(
  { member: { recipient, actor }, task, event, at }: Telling,
  { news, ring, priority = "normal" }: Audience,
  { onlyIfKnown }: { onlyIfKnown: boolean },
): Told {
  const { id: taskId, objectId, version, status, title, text, objectName, deadline, today, lateDays } = task;
  const { creator, creatorRole, assignee, requiredPhotos, checklistItems } = task;
  const key = `task:${taskId}`;
  return {
    recipient,
    render: "task.card",
    payload: {
      taskId,
      version,
      status,
      actions: taskActions(actor, task, at),
      request: requestToDecide(actor, task),
      title,
      text,
      objectName,
      deadline,
      today,
      lateDays,
      creator,
      creatorRole,
      assignee,
      requiredPhotos,
      checklistItems,
      news,
    },
    key,
    type: event.type,
    category: "tasks",
    priority,
    objectId,
    entityType: "task",
    entityId: taskId,
    deepLink: { kind: "task", id: taskId },
    cardKey: key,
    ring,
    unread: !onlyIfKnown,
    onlyIfKnown,
  };
}
