import type { ObjectMove, ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { Context } from "../../kernel/index.ts";

/** The reader and the instant. */
type Acting = Pick<Context, "actor" | "now">;
import { objectActions } from "./object-workflow.ts";

export type ObjectState = {
  id: number;
  code: string;
  name: string;
  status: ObjectStatus;
  version: number;
  can: { actions: ObjectMove[] };
};

/** The answer of a write to an object: its state and the actor's allowed actions. */
export function presentObjectState(
  { actor, now }: Acting,
  row: Omit<ObjectState, "can"> & { createdBy: number },
): ObjectState {
  const { id, code, name, status, version } = row;
  return { id, code, name, status, version, can: { actions: objectActions(actor, row, now) } };
}
