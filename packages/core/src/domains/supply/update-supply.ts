import { addSupplyLineInput, dropSupplyLineInput, id, updateSupplyInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  nonEmpty,
  type Tx,
  updateRow,
  writeDecisions,
} from "../../kernel/index.ts";
import { trimmed } from "../calculation/index.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { linesOf, type NewLine } from "./lines-of-request.ts";
import {
  assertDay,
  currentOrder,
  judged,
  lineText,
  type LoadedOrder,
  lockOrder,
  readLines,
  subjectOf,
  type SupplyRow,
} from "./load-order.ts";
import { supplyLifecycle } from "./supply-lifecycle.ts";
import { changingRight, isBeingAsked, rightOver, supplyDecisions } from "./supply-workflow.ts";

const { supplyLines, supplyOrders } = schema;
const COLUMNS = ["needOn", "why", "amount"] as const;
type Fields = Partial<Pick<SupplyRow, (typeof COLUMNS)[number]>>;

/** Judges a change of what is asked for: by its requester, or by supply, until it is approved. */
function authorizeChange(
  ctx: Context,
  { order, object }: LoadedOrder,
  { version, ofLines }: { version: number; ofLines: boolean },
) {
  const permission = changingRight(ctx.actor, order);
  if (permission === null) throw forbidden("supply.update");
  assertVersion(order, version, currentOrder(order));
  assertObjectOpen(object);
  if (!isBeingAsked(order.status)) throw new DomainError("conflict", { sentence: "supply_not_changeable" });
  if (ofLines && order.status !== "draft")
    throw new DomainError("conflict", { sentence: "supply_draft_only" });
  return permission;
}

type Changed = { permission: NonNullable<ReturnType<typeof changingRight>>; fields: Fields; lines?: boolean };

/** Writes changed columns and what follows from them: the title, the decision that waits, the audit row, the event. */
async function writeChange(
  tx: Tx,
  ctx: Context,
  loaded: LoadedOrder,
  { permission, fields, lines }: Changed,
) {
  const { order, approvalLimit } = loaded;
  const now = lines === true ? await readLines(tx, order.id) : loaded.lines;
  const title = now[0]?.name ?? order.title;
  const after = await updateRow(tx, supplyOrders, order, { ...fields, title }, currentOrder);
  const subject = subjectOf(order);
  await writeDecisions(tx, subject, supplyDecisions({ ...after, approvalLimit }));
  const names = Object.keys(fields) as (keyof Fields)[];
  const of = (row: SupplyRow) => Object.fromEntries(names.map((name) => [name, row[name]]));
  const told = lines === true ? ["lines", ...names] : names;
  return {
    result: supplyLifecycle.stateOf(ctx, after, { ...loaded, lines: now }),
    changes: nonEmpty([
      {
        ...subject,
        right: rightOver(ctx.actor, permission, judged(order, loaded)),
        before: { ...of(order), ...(lines === true ? { lines: loaded.lines.map(lineText) } : {}) },
        after: { ...of(after), ...(lines === true ? { lines: now.map(lineText) } : {}) },
      },
    ]),
    events: [{ ...subject, type: "supply.changed" as const, payload: { title, fields: told } }],
  };
}

const insertLines = (tx: Tx, orderId: number, lines: readonly NewLine[]) =>
  tx.insert(supplyLines).values(lines.map((line) => ({ ...line, orderId })));

/** Changes by when it is needed, what for and for how much, until it is approved; the lines of a draft, too. */
export const updateSupply = command({
  name: "supply.update",
  permissions: ["supply.request", "supply.update"],
  input: z.strictObject({ orderId: id, ...updateSupplyInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, loaded, { version, lines, ...asked }) => {
    const permission = authorizeChange(ctx, loaded, { version, ofLines: lines !== undefined });
    const { order, object } = loaded;
    if (asked.needOn !== order.needOn) assertDay("needOn", asked.needOn, todayOn(ctx, object));
    const fields: Fields = Object.fromEntries(
      COLUMNS.filter(
        (name) => asked[name] !== undefined && valueOf(asked[name]) !== valueOf(order[name]),
      ).map((name) => [name, valueOf(asked[name])]),
    );
    const named = COLUMNS.some((name) => asked[name] !== undefined);
    if (!named && lines === undefined) throw invalidField("", "nothing_to_change");
    return { permission, fields };
  },
  execute: async (tx, { ctx, input: { lines }, target: loaded, verdict }) => {
    if (lines === undefined) return writeChange(tx, ctx, loaded, verdict);
    const { id: orderId, objectId } = loaded.order;
    const next = await linesOf(tx, objectId, lines, (at, field) => `lines.${at}.${field}`);
    await tx.delete(supplyLines).where(eq(supplyLines.orderId, orderId));
    await insertLines(tx, orderId, next);
    return writeChange(tx, ctx, loaded, { ...verdict, lines: true });
  },
});

/** A value as it is stored: an amount without trailing zeros, no empty words. */
function valueOf(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  return /^\d+\.\d+$/.test(value) ? trimmed(value) : value;
}

/** Adds a line to a draft. */
export const addSupplyLine = command({
  name: "supply.add_line",
  permissions: ["supply.request", "supply.update"],
  input: z.strictObject({ orderId: id, ...addSupplyLineInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, loaded, { version }) => authorizeChange(ctx, loaded, { version, ofLines: true }),
  execute: async (
    tx,
    { ctx, input: { orderId, version: _v, ...line }, target: loaded, verdict: permission },
  ) => {
    await insertLines(tx, orderId, await linesOf(tx, loaded.order.objectId, [line], (_at, field) => field));
    return writeChange(tx, ctx, loaded, { permission, fields: {}, lines: true });
  },
});

/** Removes a line of a draft; the last one stays. */
export const dropSupplyLine = command({
  name: "supply.drop_line",
  permissions: ["supply.request", "supply.update"],
  input: z.strictObject({ orderId: id, ...dropSupplyLineInput.shape }),
  load: (tx, ctx, { orderId }) => lockOrder(tx, ctx, orderId),
  authorize: (ctx, loaded, { version, lineId }) => {
    const permission = authorizeChange(ctx, loaded, { version, ofLines: true });
    if (!loaded.lines.some((line) => line.id === lineId))
      throw invalidField("lineId", "supply_line_elsewhere");
    if (loaded.lines.length === 1) throw invalidField("lineId", "supply_last_line");
    return permission;
  },
  execute: async (tx, { ctx, input: { lineId }, target: loaded, verdict: permission }) => {
    await tx.delete(supplyLines).where(eq(supplyLines.id, lineId));
    return writeChange(tx, ctx, loaded, { permission, fields: {}, lines: true });
  },
});
