import { can } from "@stsphera/rbac";
import { assertVersion, type Context, forbidden, nonEmpty, type Outcome } from "../../kernel/index.ts";
import { currentObject, type ObjectRow } from "./load-object.ts";
import { assertObjectOpen } from "./work-on-object.ts";

/** Refuses new facades and floors without the right, from an older version, or for a closed object. */
export function assertMayAdd(ctx: Context, object: ObjectRow, version: number): void {
  if (!can(ctx.actor, "object.edit", { objectId: object.id })) throw forbidden("object.edit");
  assertVersion(object, version, currentObject(object));
  assertObjectOpen(object);
}

/** Audit row and event of new parts of an object. */
export function structureAdded(
  object: ObjectRow,
  part: "facade" | "floor",
  added: readonly { id: number }[],
): Pick<Outcome<never>, "changes" | "events"> {
  const objectId = object.id;
  const changes = added.map((row) => ({
    entityType: part,
    entityId: row.id,
    objectId,
    before: null,
    after: row,
  }));
  const payload = { name: object.name, [`${part}s`]: added };
  return {
    changes: nonEmpty(changes),
    events: [
      { type: "object.structure_changed", entityType: "object", entityId: objectId, objectId, payload },
    ],
  };
}
