import { addFloorsInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command } from "../kernel/index.ts";
import { assertMayAdd, structureAdded } from "./add-structure.ts";
import { assertFree } from "./assert-free.ts";
import { bumpObject, lockObject } from "./load-object.ts";

const { floors } = schema;
const shown = { id: floors.id, code: floors.code, sort: floors.sort };

/** Adds floors to an object: a floor is a code («−1», «0», «тех») with its place in the order. */
export const addFloors = command({
  name: "object.add_floors",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...addFloorsInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { version }) => assertMayAdd(ctx, object, version),
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
    return { result: { version, floors: added }, ...structureAdded(object, "floor", added) };
  },
});
