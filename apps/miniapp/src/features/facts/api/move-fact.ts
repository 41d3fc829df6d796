import { act, newKey } from "../../../shared/api/request.ts";

export type FactMove = {
  readonly id: number;
  readonly to: "confirmed" | "returned";
  readonly version: number;
  readonly reason?: string;
};

/** Confirms or returns an entry. */
export const moveFact = ({ id, ...body }: FactMove) =>
  act("POST", `/api/facts/${id}/transitions`, { body, key: newKey() });
