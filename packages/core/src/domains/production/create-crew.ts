import { type Crew, createCrewInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import { command, forbidden, invalidField, notFound, type Tx } from "../../kernel/index.ts";

const { crews, objects, users } = schema;

/** Creates a crew on an object. */
export const createCrew = command({
  name: "crew.create",
  permissions: ["dictionary.manage"],
  quiet: true,
  input: createCrewInput,
  load: async (tx, ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const [object] = await tx.select({ id: objects.id }).from(objects).where(eq(objects.id, objectId));
    if (object === undefined) throw notFound();
    return object;
  },
  authorize: (ctx) => {
    if (!can(ctx.actor, "dictionary.manage")) throw forbidden("dictionary.manage");
  },
  execute: async (tx, { input, target }) => {
    await assertFree(tx, input.code);
    if (input.leadUserId !== undefined) await assertActive(tx, input.leadUserId);
    const [row] = await tx.insert(crews).values(input).returning();
    if (row === undefined) throw new Error("a crew was not stored");
    return {
      result: { ...row, members: [] } satisfies Crew,
      changes: [{ entityType: "crew", entityId: row.id, objectId: target.id, before: null, after: input }],
      events: [],
    };
  },
});

async function assertFree(tx: Tx, code: string): Promise<void> {
  const [taken] = await tx.select({ id: crews.id }).from(crews).where(eq(crews.code, code));
  if (taken !== undefined) throw invalidField("code", "code_taken");
}

async function assertActive(tx: Tx, userId: number): Promise<void> {
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.status, "active")));
  if (person === undefined) throw invalidField("leadUserId", "person_not_active");
}
