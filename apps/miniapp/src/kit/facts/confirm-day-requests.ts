import { act, newKey } from "../../shared/api/request.ts";
import { sendOrQueue } from "../../shared/offline/send-or-queue.ts";

/** Names a day of an object, so that it shows that its confirmation waits on the phone. */
export const aboutDay = (objectId: number, date: string): string => `day:${objectId}:${date}`;

/** Confirms the entries of a day that wait for the reader, all but those that deviate or lack their photo. */
export const confirmDay = (objectId: number, date: string, told: { title: string; line: string }) =>
  sendOrQueue(
    {
      key: newKey(),
      method: "POST",
      path: `/api/objects/${objectId}/facts/confirm-day`,
      body: { date },
      describe: {
        thing: "act",
        ...told,
        href: `/objects/${objectId}/fact?day=${date}`,
        about: aboutDay(objectId, date),
      },
    },
    (c) => c.dayConfirmed,
  );

/** Undoes one's own confirmation or return of an entry. */
export const undoDecision = (id: number) =>
  act("POST", `/api/facts/${id}/decision/undo`, { body: {}, key: newKey() });
