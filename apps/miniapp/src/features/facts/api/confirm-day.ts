import { act, newKey, write } from "../../../shared/api/request.ts";

/** Confirms the entries of a day that wait for the reader, all but those that deviate or lack their photo. */
export const confirmDay = (objectId: number, date: string) =>
  write(
    "POST",
    `/api/objects/${objectId}/facts/confirm-day`,
    { body: { date }, key: newKey() },
    (c) => c.dayConfirmed,
  );

/** Undoes one's own confirmation or return of an entry. */
export const undoDecision = (id: number) =>
  act("POST", `/api/facts/${id}/decision/undo`, { body: {}, key: newKey() });
