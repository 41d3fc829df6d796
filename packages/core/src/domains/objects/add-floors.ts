import { addFloorsInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, type Tx } from "../../kernel/index.ts";
import { assertMayAdd, structureAdded } from "./add-structure.ts";
import { assertFree } from "./assert-free.ts";
import { bumpObject, lockObject, type ObjectRow } from "./load-object.ts";

const { floors } = schema;
const shown = { id: floors.id, code: floors.code, sort: floors.sort };

/** Adds floors to an object: a floor has a code («−1», «0», «тех») and a sort position. */
export const addFloors = command({
  name: "object.add_floors",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...addFloorsInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { version }) => assertMayAdd(ctx, object, version),
  execute: async (tx, { input, target: object }) => {
    const { version, added, ...told } = await writeFloors(tx, object, input.floors);
    return { result: { version, floors: added }, ...told };
  },
});

/** Adds floors to a locked object; a taken code or position is refused with its index in `floors`. */
export async function writeFloors(
  tx: Tx,
  object: ObjectRow,
  rows: readonly z.output<typeof addFloorsInput>["floors"][number][],
) {
  const objectId = object.id;
  const standing = await tx.select(shown).from(floors).where(eq(floors.objectId, objectId));
  assertFree("floors", "code", rows, standing);
  assertFree("floors", "sort", rows, standing);
  const added = await tx
    .insert(floors)
    .values(rows.map((floor) => ({ objectId, ...floor })))
    .returning(shown);
  const version = await bumpObject(tx, object);
  return { version, added, ...structureAdded(object, "floor", added) };
}
