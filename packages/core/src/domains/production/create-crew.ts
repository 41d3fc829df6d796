import { type Crew, createCrewInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { command, forbidden, invalidField, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, assertWorker, codeKey, lockSeenObject } from "../objects/index.ts";
import { assertMayManCrew } from "./lock-crew.ts";

const { crews } = schema;

/** Creates a crew on an object; naming an account as its lead needs the right to man crews. */
export const createCrew = command({
  name: "crew.create",
  permissions: ["dictionary.manage"],
  quiet: true,
  input: createCrewInput,
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { leadUserId }) => {
    if (!can(ctx.actor, "dictionary.manage")) throw forbidden("dictionary.manage");
    if (leadUserId === undefined) assertObjectOpen(object);
    else assertMayManCrew(ctx, { object });
  },
  execute: async (tx, { input, target }) => {
    await assertFree(tx, target.id, input.code);
    if (input.leadUserId !== undefined) {
      await assertWorker(tx, target.id, input.leadUserId, { permission: "fact.enter", path: "leadUserId" });
    }
    const [row] = await tx.insert(crews).values(input).returning();
    if (row === undefined) throw new Error("a crew was not stored");
    return {
      result: { ...row, members: [] } satisfies Crew,
      changes: [{ entityType: "crew", entityId: row.id, objectId: target.id, before: null, after: input }],
      events: [],
    };
  },
});

async function assertFree(tx: Tx, objectId: number, code: string): Promise<void> {
  const standing = await tx.select({ code: crews.code }).from(crews).where(eq(crews.objectId, objectId));
  if (standing.some((crew) => codeKey(crew.code) === codeKey(code))) throw invalidField("code", "code_taken");
}
