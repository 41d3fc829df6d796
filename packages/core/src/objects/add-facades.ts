import { addFacadesInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, forbidden, nonEmpty } from "../kernel/index.ts";
import { assertFree } from "./assert-free.ts";
import { assertChangeable, bumpObject, currentObject, lockObject } from "./load-object.ts";

const { facades } = schema;
const shown = { id: facades.id, code: facades.code, name: facades.name, sort: facades.sort };

/** Adds facades to an object. */
export const addFacades = command({
  name: "object.add_facades",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...addFacadesInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { version }) => {
    if (!can(ctx.actor, "object.edit", { objectId: object.id })) throw forbidden("object.edit");
    assertVersion(object, version, currentObject(object));
    assertChangeable(object);
  },
  execute: async (tx, { input, target: object }) => {
    const objectId = object.id;
    const standing = await tx.select(shown).from(facades).where(eq(facades.objectId, objectId));
    assertFree("facades", "code", input.facades, standing);
    const added = await tx
      .insert(facades)
      .values(input.facades.map((facade) => ({ objectId, ...facade })))
      .returning(shown);
    const version = await bumpObject(tx, object);
    const changes = added.map((facade) => ({
      entityType: "facade",
      entityId: facade.id,
      objectId,
      before: null,
      after: facade,
    }));
    return {
      result: { version, facades: added },
      changes: nonEmpty(changes),
      events: [
        {
          type: "object.structure_changed",
          entityType: "object",
          entityId: objectId,
          objectId,
          payload: { name: object.name, facades: added },
        },
      ],
    };
  },
});
