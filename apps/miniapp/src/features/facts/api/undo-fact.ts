import { act, newKey } from "../../../shared/api/request.ts";

/** Takes an entry back within its ten minutes. */
export const undoFact = (id: number) => act("POST", `/api/facts/${id}/undo`, { body: {}, key: newKey() });
