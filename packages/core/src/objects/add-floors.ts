import { addFloorsInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, forbidden, nonEmpty } from "../kernel/index.ts";
import { assertFree } from "./assert-free.ts";
import { assertChangeable, bumpObject, currentObject, lockObject } from "./load-object.ts";

const { floors } = schema;
const shown = { id: floors.id, code: floors.code, sort: floors.sort };

/** Adds floors to an object: a floor is a code («−1», «0», «тех») with its place in the order. */
export const addFloors = command({
  name: "object.add_floors",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...addFloorsInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { version }) => {
    if (!can(ctx.actor, "object.edit", { objectId: object.id })) throw forbidden("object.edit");
    assertVersion(object, version, currentObject(object));
    assertChangeable(object);
  },
  execute: async (tx, { input, target: object }) => {
    const objectId = object.id;
    const standing = await tx.select(shown).from(floors).where(eq(floors.objectId, objectId));
    assertFree("floors", "code", input.floors, standing);
    assertFree("floors", "sort", input.floors, standing);
    const added = await tx
      .insert(floors)
      .values(input.floors.map((floor) => ({ objectId, ...floor })))
      .returning(shown);
    const version = await bumpObject(tx, object);
    const changes = added.map((floor) => ({
      entityType: "floor",
      entityId: floor.id,
      objectId,
      before: null,
      after: floor,
    }));
    return {
      result: { version, floors: added },
      changes: nonEmpty(changes),
      events: [
        {
          type: "object.structure_changed",
          entityType: "object",
          entityId: objectId,
          objectId,
          payload: { name: object.name, floors: added },
        },
      ],
    };
  },
});
