import type { EventType } from "@stsphera/contracts/vocabulary";
import { tellApproved, tellDeactivated, tellReactivated, tellRefused } from "./handlers/tell-access.ts";
import { tellDayCard } from "./handlers/tell-day-card.ts";
import { tellDelegation } from "./handlers/tell-delegation.ts";
import { tellFile } from "./handlers/tell-file.ts";
import { tellJoined } from "./handlers/tell-joined.ts";
import { tellRegistration } from "./handlers/tell-registration.ts";
import { tellTask } from "./handlers/tell-task.ts";
import type { Handler } from "./told.ts";

/** For events that only stand in the record. */
const tellNobody: Handler = () => Promise.resolve([]);

/** Who is told of what: one row an event, so that a new one cannot be forgotten. */
export const HANDLERS = {
  "user.registered": tellRegistration,
  "user.approved": tellApproved,
  "user.refused": tellRefused,
  "user.deactivated": tellDeactivated,
  "user.reactivated": tellReactivated,
  "user.role_changed": tellNobody,
  "user.joined": tellJoined,
  "department.head_changed": tellNobody,
  "delegation.created": tellDelegation,
  "delegation.ended": tellDelegation,
  "invitation.created": tellNobody,
  "invitation.revoked": tellNobody,
  "object.created": tellNobody,
  "object.team_changed": tellNobody,
  "object.structure_changed": tellNobody,
  "object.status_changed": tellNobody,
  "object.changed": tellNobody,
  "object.settings_changed": tellNobody,
  "object.calendar_changed": tellNobody,
  "calendar.changed": tellNobody,
  "volume.plan_changed": tellNobody,
  "fact.entered": tellDayCard,
  "fact.corrected": tellDayCard,
  "fact.reversed": tellDayCard,
  "fact.confirmed": tellDayCard,
  "fact.returned": tellDayCard,
  "fact.photos_added": tellDayCard,
  "fact.opening_entered": tellNobody,
  "journal.photos_added": tellDayCard,
  "file.recorded": tellFile,
  "task.created": tellNobody,
  "task.assigned": tellTask,
  "task.changed": tellTask,
  "task.status_changed": tellTask,
  "task.submitted": tellTask,
  "task.declined": tellTask,
  "task.returned": tellTask,
  "task.blocked": tellTask,
  "task.commented": tellTask,
  "task.checked": tellNobody,
  "task.move_undone": tellTask,
  "task.reschedule_requested": tellTask,
  "task.reschedule_decided": tellTask,
} as const satisfies Record<EventType, Handler>;
