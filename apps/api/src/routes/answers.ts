import {
  calendarYear,
  day,
  delegationState as delegationFields,
  facade,
  floor,
  id,
  instant,
  OBJECT_MOVES,
  OBJECT_STATUSES,
  role,
  TASK_MOVES,
  TASK_STATUSES,
  version,
} from "@stsphera/contracts";
import { z } from "zod";

/** Answers that only the HTTP API gives: what writes say. */

/** Where an object stands after a write, and where the asker may take it now. */
export const objectState = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    status: z.enum(OBJECT_STATUSES),
    version,
    can: z.object({ actions: z.array(z.enum(OBJECT_MOVES)) }),
  })
  .meta({ id: "ObjectState" });
export const setTeamAnswer = objectState
  .extend({ team: z.array(z.object({ userId: id, roles: z.array(role) })) })
  .meta({ id: "ObjectTeamSet" });
export const addFacadesAnswer = z.object({ version, facades: z.array(facade) }).meta({ id: "FacadesAdded" });
export const addFloorsAnswer = z.object({ version, floors: z.array(floor) }).meta({ id: "FloorsAdded" });

export const draftCompleted = objectState.extend({ objectId: id }).meta({ id: "ObjectDraftCompleted" });
export const draftDeleted = z.object({ id }).meta({ id: "ObjectDraftDeleted" });
export const calendarSaved = calendarYear
  .extend({ objects: z.int().meta({ description: "Objects whose days were counted anew" }) })
  .meta({ id: "CalendarSaved" });

export const openingAnswer = z.object({ entered: z.int() }).meta({ id: "OpeningBalancesEntered" });
export const journalAnswer = z
  .object({ date: day, photoIds: z.array(id), added: z.int() })
  .meta({ id: "JournalPhotosAdded" });

export const readAnswer = z.object({ id, readAt: instant }).meta({ id: "NotificationRead" });
export const readAllAnswer = z.object({ marked: z.int() }).meta({ id: "NotificationsRead" });

/** Where a task stands after a write, and what the actor may do with it now. */
const taskStatus = z.enum(TASK_STATUSES);
export const taskState = z
  .object({ id, version, status: taskStatus, actions: z.array(z.enum(TASK_MOVES)) })
  .meta({ id: "TaskState" });
export const taskMade = z.object({ id, version, status: taskStatus }).meta({ id: "TaskMade" });
export const tasksAssigned = z.object({ tasks: z.array(taskState) }).meta({ id: "TasksAssigned" });

export const invitationRevoked = z
  .object({ id, version, revokedAt: instant })
  .meta({ id: "InvitationRevoked" });
export const delegationState = delegationFields.meta({ id: "DelegationState" });
