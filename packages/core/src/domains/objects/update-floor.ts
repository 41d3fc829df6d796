import { id, updateFloorInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { command, invalidField } from "../../kernel/index.ts";
import { changedFields } from "./changed-fields.ts";
import { codeKey } from "./code-key.ts";
import { bumpObject } from "./load-object.ts";
import { assertMayChangePart, lockFloor } from "./lock-part.ts";

const { floors } = schema;

/** Changes the code or position of a floor. */
export const updateFloor = command({
  name: "floor.update",
  permissions: ["object.edit"],
  input: z.strictObject({ floorId: id, ...updateFloorInput.shape }),
  load: (tx, ctx, { floorId }) => lockFloor(tx, ctx, floorId),
  authorize: (ctx, target, { version }) => assertMayChangePart(ctx, target, version),
  execute: async (tx, { input: { floorId, version: _version, ...asked }, target: { object, part } }) => {
    const next = { code: asked.code ?? part.code, sort: asked.sort ?? part.sort };
    const { before, after } = changedFields(part, next);
    if (Object.keys(after).length === 0) throw invalidField("", "nothing_to_change");
    const others = await tx
      .select()
      .from(floors)
      .where(and(eq(floors.objectId, object.id), ne(floors.id, floorId)));
    if (after.code !== undefined && others.some((other) => codeKey(other.code) === codeKey(next.code))) {
      throw invalidField("code", "code_taken");
    }
    if (others.some((other) => other.sort === next.sort)) throw invalidField("sort", "sort_taken");
    const version = part.version + 1;
    await tx
      .update(floors)
      .set({ ...after, version })
      .where(eq(floors.id, floorId));
    const objectVersion = await bumpObject(tx, object);
    return {
      result: { id: floorId, ...next, version, objectVersion },
      changes: [{ entityType: "floor", entityId: floorId, objectId: object.id, before, after }],
      events: [
        {
          type: "object.structure_changed",
          entityType: "object",
          entityId: object.id,
          objectId: object.id,
          payload: { name: object.name, changed: { id: floorId, ...next } },
        },
      ],
    };
  },
});
