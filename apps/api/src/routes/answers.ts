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
  version,
} from "@stsphera/contracts";
import { z } from "zod";

/** Answers that exist only in the HTTP API: the results of writes. */

/** State of an object after a write, and moves the user may make now. */
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
  .extend({ objects: z.int().meta({ description: "Objects whose working days were recalculated" }) })
  .meta({ id: "CalendarSaved" });

export const openingAnswer = z.object({ entered: z.int() }).meta({ id: "OpeningBalancesEntered" });
export const journalAnswer = z
  .object({ date: day, photoIds: z.array(id), added: z.int() })
  .meta({ id: "JournalPhotosAdded" });

export const readAnswer = z.object({ id, readAt: instant }).meta({ id: "NotificationRead" });
export const readAllAnswer = z.object({ marked: z.int() }).meta({ id: "NotificationsRead" });

/** State of an entity after a write, and moves the actor may make now. */
export const stateAnswer = <
  const S extends readonly [string, ...string[]],
  const M extends readonly [string, ...string[]],
>(
  name: string,
  states: S,
  moves: M,
) => z.object({ id, version, status: z.enum(states), actions: z.array(z.enum(moves)) }).meta({ id: name });

export const invitationRevoked = z
  .object({ id, version, revokedAt: instant })
  .meta({ id: "InvitationRevoked" });
export const delegationState = delegationFields.meta({ id: "DelegationState" });
