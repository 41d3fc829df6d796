import { createWorkTypeInput, trimDecimal, type WorkType } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { max } from "drizzle-orm";
import { command, forbidden, invalidField, type Tx } from "../../kernel/index.ts";
import { codeKey } from "../objects/index.ts";
import { assertNorm } from "./work-norm.ts";

const { workTypes } = schema;
const SORT_STEP = 10;

/** Creates a work type, sorted after all others. */
export const createWorkType = command({
  name: "work_type.create",
  permissions: ["dictionary.manage"],
  quiet: true,
  input: createWorkTypeInput,
  load: async (tx) => {
    const [last] = await tx.select({ sort: max(workTypes.sort) }).from(workTypes);
    return { sort: (last?.sort ?? 0) + SORT_STEP };
  },
  authorize: (ctx, _target, { normHours }) => {
    if (!can(ctx.actor, "dictionary.manage")) throw forbidden("dictionary.manage");
    assertNorm(normHours);
  },
  execute: async (tx, { input, target }) => {
    await assertFree(tx, input.code);
    const [row] = await tx
      .insert(workTypes)
      .values({ ...input, sort: target.sort })
      .returning();
    if (row === undefined) throw new Error("a work type was not stored");
    const result: WorkType = { ...row, normHours: trimDecimal(row.normHours) };
    return {
      result,
      changes: [{ entityType: "work_type", entityId: row.id, objectId: null, before: null, after: input }],
      events: [],
    };
  },
});

async function assertFree(tx: Tx, code: string): Promise<void> {
  const standing = await tx.select({ code: workTypes.code }).from(workTypes);
  if (standing.some((work) => codeKey(work.code) === codeKey(code))) throw invalidField("code", "code_taken");
}
