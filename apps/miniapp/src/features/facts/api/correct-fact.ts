import { write } from "../../../shared/api/request.ts";

/** Reverses an entry and puts the right one in its place, in one act. */
export function correctFact(id: number, body: unknown, key: string) {
  return write("POST", `/api/facts/${id}/correction`, { body, key }, (c) => c.factAnswer);
}
