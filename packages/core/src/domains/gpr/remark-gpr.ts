import { id, remarkGprInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, invalidField, type NonEmpty, personOf, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { openTask } from "../tasks/index.ts";
import { gprLifecycle } from "./gpr-lifecycle.ts";
import { signsFor } from "./gpr-workflow.ts";
import { type GprVersionRow, lockGpr } from "./load-gpr.ts";
import { ownerIds, readMembers } from "./members.ts";

const { gprRows } = schema;

/** A signer's remark: the version becomes a draft, all signatures are void, the project manager gets a task. */
export const remarkGpr = command({
  name: "gpr.remark",
  permissions: ["gpr.sign"],
  gives: true,
  lifecycle: gprLifecycle,
  input: z.strictObject({ gprId: id, ...remarkGprInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded, { overrideReason }) => {
    const standing = { version: loaded.gpr.version, override: overrideReason !== undefined };
    const verdict = gprLifecycle.judge(ctx, loaded, { move: "remark" }, standing);
    assertObjectOpen(loaded.object);
    return verdict;
  },
  execute: async (tx, { ctx, input, target: loaded, verdict }) => {
    const { gpr, signatures } = loaded;
    const me = personOf(ctx).id;
    const named = signatures.filter((one) => signsFor(ctx.actor, gpr.objectId, one));
    const isMine = named.some(({ signerId }) => signerId === me);
    const absent = isMine || verdict.overridden ? null : (named[0]?.signerId ?? null);
    const right = { ...verdict.right, onBehalfOf: absent };
    const rows = await namedRows(tx, gpr, input.rows);
    const reason = { reason: input.text };
    const step = {
      ctx,
      loaded,
      move: verdict.move,
      input: { ...input, ...reason },
      verdict: { ...verdict, right },
    };
    const { after, changes, events } = await gprLifecycle.make(tx, step);
    const manager = signatures.find(({ role }) => role === "project_manager")?.signerId ?? gpr.createdBy;
    const members = ownerIds(await readMembers(tx, gpr.objectId));
    const task = await openTask(tx, ctx, {
      objectId: gpr.objectId,
      title: `Замечание к ГПР, версия ${gpr.number}`,
      text: [input.text, ...rows.map(({ number, name }) => `${number} ${name}`)].join("\n").slice(0, 2000),
      priority: "high",
      ...(members.has(String(manager)) ? { assigneeId: manager } : {}),
      requiredPhotos: 0,
      checklist: [],
      fileIds: [],
      creatorId: me,
    });
    const taken = task.changes.map((change): Change => ({ ...change, by: "system:gpr_remark" }));
    return {
      result: { ...gprLifecycle.stateOf(ctx, after, loaded), taskId: task.task.id },
      changes: [...changes, ...taken] as NonEmpty<Change>,
      events: [
        ...events.map((event) => ({
          ...event,
          payload: { ...event.payload, text: input.text, rows: rows.length },
        })),
        ...task.events,
      ],
    };
  },
});

/** The rows the remark is about; refuses one that is not of this version. */
async function namedRows(tx: Tx, { id: gprId }: GprVersionRow, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const { key, number, name } = gprRows;
  const rows = await tx
    .select({ key, number, name })
    .from(gprRows)
    .where(and(eq(gprRows.gprId, gprId), inArray(key, [...keys])))
    .orderBy(asc(gprRows.sort));
  const unknown = keys.findIndex((one) => !rows.some((row) => row.key === one));
  if (unknown >= 0) throw invalidField(`rows.${unknown}`, "gpr_row_gone");
  return rows;
}
