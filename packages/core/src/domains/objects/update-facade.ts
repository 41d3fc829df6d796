import { id, updateFacadeInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { command, invalidField } from "../../kernel/index.ts";
import { changedFields } from "./changed-fields.ts";
import { codeKey } from "./code-key.ts";
import { bumpObject } from "./load-object.ts";
import { assertMayChangePart, lockFacade } from "./lock-part.ts";

const { facades } = schema;

/** Changes the code, name or position of a facade. */
export const updateFacade = command({
  name: "facade.update",
  permissions: ["object.edit"],
  input: z.strictObject({ facadeId: id, ...updateFacadeInput.shape }),
  load: (tx, ctx, { facadeId }) => lockFacade(tx, ctx, facadeId),
  authorize: (ctx, target, { version }) => assertMayChangePart(ctx, target, version),
  execute: async (tx, { input: { facadeId, version: _version, ...asked }, target: { object, part } }) => {
    const next = {
      code: asked.code ?? part.code,
      name: asked.name ?? part.name,
      sort: asked.sort ?? part.sort,
    };
    const { before, after } = changedFields(part, next);
    if (Object.keys(after).length === 0) throw invalidField("", "nothing_to_change");
    const others = await tx
      .select()
      .from(facades)
      .where(and(eq(facades.objectId, object.id), ne(facades.id, facadeId)));
    if (after.code !== undefined && others.some((other) => codeKey(other.code) === codeKey(next.code))) {
      throw invalidField("code", "code_taken");
    }
    const version = part.version + 1;
    await tx
      .update(facades)
      .set({ ...after, version })
      .where(eq(facades.id, facadeId));
    const objectVersion = await bumpObject(tx, object);
    return {
      result: { id: facadeId, ...next, version, objectVersion },
      changes: [{ entityType: "facade", entityId: facadeId, objectId: object.id, before, after }],
      events: [
        {
          type: "object.structure_changed",
          entityType: "object",
          entityId: object.id,
          objectId: object.id,
          payload: { name: object.name, changed: { id: facadeId, ...next } },
        },
      ],
    };
  },
});
