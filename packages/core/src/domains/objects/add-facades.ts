import { addFacadesInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, type Tx } from "../../kernel/index.ts";
import { assertMayAdd, structureAdded } from "./add-structure.ts";
import { assertFree } from "./assert-free.ts";
import { bumpObject, lockObject, type ObjectRow } from "./load-object.ts";

const { facades } = schema;
const shown = { id: facades.id, code: facades.code, name: facades.name, sort: facades.sort };

/** Adds facades to an object. */
export const addFacades = command({
  name: "object.add_facades",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...addFacadesInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { version }) => assertMayAdd(ctx, object, version),
  execute: async (tx, { input, target: object }) => {
    const { version, added, ...told } = await writeFacades(tx, object, input.facades);
    return { result: { version, facades: added }, ...told };
  },
});

/** Adds facades to a locked object; a taken code is refused with its index in `facades`. */
export async function writeFacades(
  tx: Tx,
  object: ObjectRow,
  rows: readonly z.output<typeof addFacadesInput>["facades"][number][],
) {
  const objectId = object.id;
  const standing = await tx.select(shown).from(facades).where(eq(facades.objectId, objectId));
  assertFree("facades", "code", rows, standing);
  const added = await tx
    .insert(facades)
    .values(rows.map((facade) => ({ objectId, ...facade })))
    .returning(shown);
  const version = await bumpObject(tx, object);
  return { version, added, ...structureAdded(object, "facade", added) };
}
