import type { Change, DomainEvent, Tx } from "../../kernel/index.ts";
import { bumpObject, type ObjectRow } from "./load-object.ts";

/**
 * The system's move of an object that is being planned: its schedule is signed, so it becomes active. Objects in other
 * states stay as they are. The caller has locked the row.
 */
export async function activateObject(
  tx: Tx,
  object: ObjectRow,
  by: `system:${string}`,
): Promise<{ changes: Change[]; events: DomainEvent[] }> {
  if (object.status !== "planning") return { changes: [], events: [] };
  await bumpObject(tx, object, { status: "active" });
  const subject = { entityType: "object", entityId: object.id, objectId: object.id };
  const payload = { name: object.name, from: object.status, to: "active", reason: null };
  return {
    changes: [{ ...subject, before: { status: object.status }, after: { status: "active" }, by }],
    events: [{ ...subject, type: "object.status_changed", payload }],
  };
}
