import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { allowedObjectMoves } from "./object-workflow.ts";

export type ObjectState = {
  id: number;
  code: string;
  name: string;
  status: ObjectStatus;
  version: number;
  can: { moveTo: ObjectStatus[] };
};

/** What a write of an object answers: where it stands and where the asker may take it. */
export function presentObjectState(
  actor: Actor,
  row: Omit<ObjectState, "can"> & { createdBy: number },
): ObjectState {
  const { id, code, name, status, version } = row;
  return { id, code, name, status, version, can: { moveTo: allowedObjectMoves(actor, row) } };
}
