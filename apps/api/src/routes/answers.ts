import {
  day,
  facade,
  floor,
  id,
  instant,
  OBJECT_STATUSES,
  role,
  teamMember,
  version,
} from "@stsphera/contracts";
import { z } from "zod";

/** Answers that only the HTTP API gives: parts of an object's card, and what writes say. */
export const teamAnswer = z.object({ version, members: z.array(teamMember) }).meta({ id: "ObjectTeam" });
export const facadesAnswer = z
  .object({ version, facades: z.array(facade), floors: z.array(floor) })
  .meta({ id: "ObjectFacades" });

/** Where an object stands after a write, and where the asker may take it now. */
export const objectState = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    status: z.enum(OBJECT_STATUSES),
    version,
    can: z.object({ moveTo: z.array(z.enum(OBJECT_STATUSES)) }),
  })
  .meta({ id: "ObjectState" });
export const setTeamAnswer = objectState
  .extend({ team: z.array(z.object({ userId: id, roles: z.array(role) })) })
  .meta({ id: "ObjectTeamSet" });
export const addFacadesAnswer = z.object({ version, facades: z.array(facade) }).meta({ id: "FacadesAdded" });
export const addFloorsAnswer = z.object({ version, floors: z.array(floor) }).meta({ id: "FloorsAdded" });

export const openingAnswer = z.object({ entered: z.int() }).meta({ id: "OpeningBalancesEntered" });
export const journalAnswer = z
  .object({ date: day, photoIds: z.array(id), added: z.int() })
  .meta({ id: "JournalPhotosAdded" });

export const readAnswer = z.object({ id, readAt: instant }).meta({ id: "NotificationRead" });
export const readAllAnswer = z.object({ marked: z.int() }).meta({ id: "NotificationsRead" });
