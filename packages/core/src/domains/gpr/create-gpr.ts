import { createGprInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq, inArray, max } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, insertRow, personOf, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";
import { workdaysOf } from "./gpr-calendar.ts";
import { currentGpr, subjectOf } from "./load-gpr.ts";
import { scheduleOf } from "./schedule-problems.ts";
import { sourceContent } from "./source-content.ts";
import { writeContent } from "./write-content.ts";

const { gprVersions } = schema;

/** Begins the next version of an object's schedule; there is one at a time. */
export const createGpr = command({
  name: "gpr.create",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ objectId: id, ...createGprInput.shape }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId }) => {
    if (!can(ctx.actor, "gpr.edit", { objectId })) throw forbidden("gpr.edit");
    assertObjectOpen(object);
  },
  execute: async (tx, { ctx, input, target: object }) => {
    await assertNoneOpen(tx, object.id);
    const content = await sourceContent(tx, ctx, object, input);
    scheduleOf(content, await workdaysOf(tx, object.id));
    const row = await insertRow(tx, gprVersions, {
      objectId: object.id,
      number: await nextVersion(tx, object.id),
      status: "draft",
      startOn: content.start,
      createdBy: personOf(ctx).id,
      createdAt: ctx.now,
    });
    await writeContent(
      tx,
      { gprId: row.id, since: row.version },
      { ...content, rows: [], links: [] },
      content,
    );
    const { id: gprId, version, status, number, startOn } = row;
    const after = { number, status, startOn, count: content.rows.length };
    return {
      result: { id: gprId, version, status, number },
      changes: [{ ...subjectOf(row), before: null, after }],
      events: [],
    };
  },
});

async function assertNoneOpen(tx: Tx, objectId: number): Promise<void> {
  const [open] = await tx
    .select()
    .from(gprVersions)
    .where(
      and(eq(gprVersions.objectId, objectId), inArray(gprVersions.status, ["draft", "pending_signatures"])),
    );
  if (open === undefined) return;
  throw new DomainError("conflict", {
    sentence: "gpr_is_open",
    values: { number: open.number },
    current: currentGpr(open),
  });
}

async function nextVersion(tx: Tx, objectId: number): Promise<number> {
  const [row] = await tx
    .select({ most: max(gprVersions.number) })
    .from(gprVersions)
    .where(eq(gprVersions.objectId, objectId));
  return (row?.most ?? 0) + 1;
}
