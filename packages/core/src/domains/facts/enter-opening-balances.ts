import { id, openingBalancesInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, onBehalfOf, sees } from "@stsphera/rbac";
import { and, eq, inArray, ne, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import {
  type Change,
  command,
  DomainError,
  forbidden,
  invalidField,
  nonEmpty,
  notFound,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { todayOn } from "../objects/index.ts";
import { assertQuantity, assertTakesFacts } from "./fact-rules.ts";
import { type Cell, loadCell } from "./load-cell.ts";
import { lockWorkSums } from "./lock-work-sums.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

const { dailyPlanFact, objects } = schema;

/** Enters work done before the system was introduced: one row per cell, before its first entry, confirmed at once. */
export const enterOpeningBalances = command({
  name: "fact.enter_opening",
  permissions: ["fact.import"],
  input: z.strictObject({ objectId: id, ...openingBalancesInput.shape }),
  load: async (tx, ctx, { objectId }) => {
    const [object] = await tx.select().from(objects).where(eq(objects.id, objectId)).for("no key update");
    if (object === undefined || !sees(ctx.actor, objectId)) throw notFound();
    return object;
  },
  authorize: (ctx, object) => {
    if (!can(ctx.actor, "fact.import", { objectId: object.id })) throw forbidden("fact.import");
  },
  execute: async (tx, { ctx, input, target: object }) => {
    assertTakesFacts(object, input.date);
    const today = todayOn(ctx, object);
    if (input.date > today) throw invalidField("date", "date_future", { date: input.date });
    const rows = input.rows.toSorted((a, b) => a.floorVolumeId - b.floorVolumeId);
    const cellIds = rows.map((row) => row.floorVolumeId);
    if (new Set(cellIds).size < cellIds.length) throw invalidField("rows", "cell_twice");
    // All cells are locked before anything is read or written, so that nobody enters a first fact meanwhile.
    const cells: { row: (typeof rows)[number]; cell: Cell }[] = [];
    for (const row of rows) {
      cells.push({ row, cell: await loadCell(tx, ctx, row.floorVolumeId, object.id) });
    }
    const begun = await begunCells(tx, cellIds);
    if (begun.length > 0) {
      throw new DomainError("conflict", {
        sentence: "cell_has_entries",
        current: begun.map((row) => row.floorVolumeId),
      });
    }
    await lockWorkSums(tx, object.id);
    const author = personOf(ctx);
    const changes: Change[] = [];
    for (const { row, cell } of cells) {
      assertQuantity(row.quantity, cell.unit, cell.planQty);
      const factId = await insertEntry(tx, cell, {
        date: input.date,
        shift: "day",
        kind: "opening",
        status: "confirmed",
        quantity: row.quantity,
        planQty: null,
        authorId: author.id,
        onBehalfOf: onBehalfOf(author, "fact.import", { objectId: object.id }),
        notes: input.notes ?? null,
        decidedBy: author.id,
        decidedAt: ctx.now,
        createdAt: ctx.now,
      });
      await moveSums(tx, cell, {
        date: input.date,
        quantity: row.quantity,
        kind: "opening",
        status: "confirmed",
      });
      changes.push({
        entityType: "fact",
        entityId: factId,
        objectId: object.id,
        before: null,
        after: { kind: "opening", floorVolumeId: cell.id, date: input.date, quantity: row.quantity },
      });
    }
    return {
      result: { entered: rows.length },
      changes: nonEmpty(changes),
      events: [
        {
          type: "fact.opening_entered" as const,
          objectId: object.id,
          entityType: "object",
          entityId: object.id,
          payload: { date: input.date, rows: rows.length },
        },
      ],
    };
  },
});

/** The cells with an entry; what was taken back does not count. */
function begunCells(tx: Tx, cellIds: readonly number[]): Promise<{ floorVolumeId: number }[]> {
  const reversal = alias(dailyPlanFact, "reversal");
  const reversed = tx
    .select({ id: reversal.id })
    .from(reversal)
    .where(eq(reversal.reversesId, dailyPlanFact.id));
  return tx
    .selectDistinct({ floorVolumeId: dailyPlanFact.floorVolumeId })
    .from(dailyPlanFact)
    .where(
      and(
        inArray(dailyPlanFact.floorVolumeId, [...cellIds]),
        ne(dailyPlanFact.kind, "reversal"),
        notExists(reversed),
      ),
    );
}
