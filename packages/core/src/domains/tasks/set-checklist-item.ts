import { type ChecklistItem, checklistItemInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  DomainError,
  forbidden,
  NO_ROW,
  notFound,
  personOf,
} from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask, subjectOf } from "./load-task.ts";
import { canForTask, rightOver } from "./task-workflow.ts";

const { taskChecklistItems: items } = schema;

/**
 * Sets a checklist item to done or not done (not a toggle, so that a repetition is harmless); only the assignee while
 * working.
 */
export const setChecklistItem = command({
  name: "task.check",
  permissions: ["task.execute"],
  input: z.strictObject({ itemId: id, ...checklistItemInput.shape }),
  load: async (tx, ctx, { itemId }) => {
    const [found] = await tx.select({ taskId: items.taskId }).from(items).where(eq(items.id, itemId));
    const loaded = await lockTask(tx, ctx, found?.taskId ?? NO_ROW);
    const [item] = await tx.select().from(items).where(eq(items.id, itemId)).for("update");
    if (item === undefined) throw notFound();
    return { ...loaded, item };
  },
  authorize: (ctx, { task, object, item }, { version }) => {
    if (!canForTask(ctx.actor, "task.execute", task)) throw forbidden("task.execute");
    if (personOf(ctx).id !== task.assigneeId) throw forbidden("task.execute", "assignee_only");
    assertVersion(item, version, currentItem(item));
    assertObjectOpen(object);
    if (task.status !== "in_progress") throw new DomainError("conflict", { sentence: "checklist_not_now" });
  },
  execute: async (tx, { ctx, input: { done }, target: { task, item } }) => {
    const { id: personId, fullName } = personOf(ctx);
    const [after] = await tx
      .update(items)
      .set({
        done,
        doneBy: done ? personId : null,
        doneAt: done ? ctx.now : null,
        version: item.version + 1,
      })
      .where(and(eq(items.id, item.id), eq(items.version, item.version)))
      .returning();
    if (after === undefined) throw new DomainError("version_conflict", { current: currentItem(item) });
    const result: ChecklistItem = {
      id: item.id,
      text: item.text,
      done,
      doneBy: done ? { id: personId, fullName } : null,
      doneAt: done ? ctx.now.toISOString() : null,
      version: after.version,
    };
    const line = { itemId: item.id, text: item.text };
    return {
      result,
      changes: [
        {
          ...subjectOf(task),
          before: { ...line, done: item.done },
          after: { ...line, done },
          right: rightOver(ctx.actor, "task.execute", task),
        },
      ],
      events: [{ ...subjectOf(task), type: "task.checked", payload: { itemId: item.id, done } }],
    };
  },
});

const currentItem = ({ id: itemId, done, version }: typeof items.$inferSelect) => ({
  id: itemId,
  done,
  version,
});
