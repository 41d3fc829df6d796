import type { Priority } from "@stsphera/contracts/vocabulary";
import { shortName } from "@stsphera/contracts/format";
import type { TaskNews } from "@stsphera/telegram";
import type { Ring } from "../deliveries/index.ts";
import { numberOf, numbersOf, wordsOf } from "./payload.ts";
import type { ToldTask } from "./read-task.ts";
import type { RelayedEvent } from "./told.ts";

/** Some people and what they hear. */
export type Audience = {
  /** People by id; the one who did it and strangers are left out later. */
  to: readonly (number | null)[];
  /** The РП of the object too. */
  managers?: boolean;
  news: TaskNews;
  ring: Ring;
  priority?: Priority;
};

/** `told`: who hears of it now; `seen`: what the cards say of those who were told of the task before. */
export type Audiences = { told: readonly Audience[]; seen: TaskNews };

const OUTDATED = null;

/** Who hears of an event of a task; null when the task has moved on, and a later event tells. */
export function audiencesOf(event: RelayedEvent, task: ToldTask): Audiences | null {
  const { payload } = event;
  const by = task.actor;
  const reason = wordsOf(payload["reason"]);
  const moved: TaskNews = { kind: "moved", by, reason };
  const { creatorId, assigneeId, status } = task;
  switch (event.type) {
    case "task.assigned":
      return assigned(event, task);
    case "task.submitted": {
      if (status !== "review") return OUTDATED;
      const news: TaskNews = { kind: "submitted", photos: numberOf(payload["photos"]) ?? 0 };
      return { told: [{ to: [creatorId], managers: true, news, ring: "always" }], seen: news };
    }
    case "task.returned": {
      if (status !== "in_progress") return OUTDATED;
      const news: TaskNews = { kind: "returned", by, reason };
      return { told: [{ to: [assigneeId], news, ring: "always" }], seen: news };
    }
    case "task.declined": {
      if (status !== "new") return OUTDATED;
      const news: TaskNews = { kind: "declined", by, reason };
      return { told: [{ to: [creatorId], managers: true, news, ring: "always" }], seen: news };
    }
    case "task.blocked": {
      if (status !== "blocked") return OUTDATED;
      const blocker = task.blockingTask ?? (task.blockedBy === null ? null : shortName(task.blockedBy));
      const news: TaskNews = { kind: "blocked", by, reason, blocker };
      const told: Audience = {
        to: [task.blockedById],
        managers: true,
        news,
        ring: "always",
        priority: "high",
      };
      return { told: [told], seen: news };
    }
    case "task.status_changed": {
      if (status !== payload["to"]) return OUTDATED;
      const toWork = payload["from"] !== "assigned" && status === "in_progress";
      const ring = toWork || status === "cancelled" ? "always" : "never";
      return {
        told: [
          { to: [assigneeId], news: moved, ring },
          { to: [creatorId], news: moved, ring: "never" },
        ],
        seen: moved,
      };
    }
    case "task.commented":
      return commented(event, task);
    case "task.reschedule_requested":
      return rescheduleRequested(event, task);
    case "task.reschedule_decided": {
      const kind = payload["to"] === "approved" ? "reschedule_approved" : "reschedule_refused";
      const news: TaskNews = { kind, by, reason };
      return { told: [{ to: [numberOf(payload["requestedBy"])], news, ring: "always" }], seen: news };
    }
    case "task.changed":
      return {
        told: [{ to: [assigneeId], news: { kind: "changed" }, ring: "never" }],
        seen: { kind: "changed" },
      };
    case "task.move_undone":
      return { told: [], seen: moved };
    default:
      throw new Error(`nobody hears of ${event.type}`);
  }
}

function assigned({ payload }: RelayedEvent, task: ToldTask): Audiences | null {
  const assigneeId = numberOf(payload["assigneeId"]);
  if (assigneeId === null || assigneeId !== task.assigneeId) return OUTDATED;
  const previous = numberOf(payload["previousAssigneeId"]);
  return {
    told: [
      { to: [assigneeId], news: { kind: "assigned" }, ring: "always" },
      { to: previous === assigneeId ? [] : [previous], news: { kind: "passed_on" }, ring: "first" },
    ],
    seen: { kind: "moved", by: task.actor, reason: null },
  };
}

/** Words ring for those who are named and between the two whose task it is; of a stop its blocker's for the РП too. */
function commented({ payload, actorId }: RelayedEvent, task: ToldTask): Audiences {
  const news: TaskNews = { kind: "commented", by: task.actor, text: task.comment ?? "" };
  const pair = [task.creatorId, task.assigneeId];
  const between = pair.includes(actorId);
  const escalated = task.status === "blocked" && actorId === task.blockedById;
  return {
    told: [
      { to: numbersOf(payload["mentions"]), managers: escalated, news, ring: "always" },
      { to: pair, news, ring: between ? "always" : "never" },
    ],
    seen: news,
  };
}

function rescheduleRequested({ payload }: RelayedEvent, task: ToldTask): Audiences | null {
  const to = wordsOf(payload["toDay"]);
  if (task.request?.id !== payload["requestId"] || to === null) return OUTDATED;
  const reason = wordsOf(payload["reason"]);
  const from = wordsOf(payload["fromDay"]);
  const news: TaskNews = { kind: "reschedule_asked", by: task.actor, from, to, reason };
  return { told: [{ to: [task.creatorId], managers: true, news, ring: "always" }], seen: news };
}
