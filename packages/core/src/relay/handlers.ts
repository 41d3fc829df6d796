import type { EventType } from "@stsphera/contracts/vocabulary";
import { tellApproved, tellDeactivated, tellReactivated, tellRefused } from "./handlers/tell-access.ts";
import { tellDayCard } from "./handlers/tell-day-card.ts";
import { tellFile } from "./handlers/tell-file.ts";
import { tellRegistration } from "./handlers/tell-registration.ts";
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
  "user.joined": tellNobody,
  "department.head_changed": tellNobody,
  "delegation.created": tellNobody,
  "delegation.ended": tellNobody,
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
  "task.assigned": tellNobody,
  "task.changed": tellNobody,
  "task.status_changed": tellNobody,
  "task.submitted": tellNobody,
  "task.declined": tellNobody,
  "task.returned": tellNobody,
  "task.blocked": tellNobody,
  "task.commented": tellNobody,
  "task.checked": tellNobody,
  "task.move_undone": tellNobody,
  "task.reschedule_requested": tellNobody,
  "task.reschedule_decided": tellNobody,
} as const satisfies Record<EventType, Handler>;
