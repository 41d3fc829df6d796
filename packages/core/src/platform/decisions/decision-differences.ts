import { schema } from "@stsphera/db";
import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { decisionRow, type DecisionRow, type Tx } from "../../kernel/index.ts";
import type { DecisionSource, Due, Part } from "./decision-source.ts";

const { pendingDecisions: table } = schema;

export type Thing = { entityType: string; entityId: number };
type Values = Record<string, unknown>;

/** A row of waiting decisions that is missing, superfluous, or differs from the state of its thing. */
export type DecisionDifference = Thing & {
  objectId: number | null;
  kind: string;
  stored: Values | null;
  due: Values | null;
};

export type Compared = { differences: DecisionDifference[]; due: readonly Due[]; upTo: number | null };

/** How many things are compared per read. */
export const PAGE = 500;
const LAST_ID = 2_147_483_647;

/** The rows that these things should have. */
export const rowsOf = (
  { entityType }: Pick<DecisionSource, "entityType">,
  due: readonly Due[],
): DecisionRow[] =>
  due.flatMap(({ entityId, objectId, decisions }) =>
    decisions.map((decision) => decisionRow({ entityType, entityId, objectId }, decision)),
  );

/**
 * Compares stored rows with computed ones for one part of the things of a kind: `upTo` is the last id compared, null
 * after the last part. The caller must ensure that nothing changes between the two reads.
 */
export async function comparePart(
  on: Pick<Tx, "select">,
  source: Pick<DecisionSource, "entityType" | "due">,
  part: Part,
): Promise<Compared> {
  const due = await source.due(on, part);
  const upTo = due.length < part.limit ? LAST_ID : (due.at(-1)?.entityId ?? LAST_ID);
  const { entityType, entityId } = table;
  const range = and(gt(entityId, part.after), lte(entityId, upTo));
  const ofThese = part.ids === undefined ? range : inArray(entityId, [...part.ids]);
  const stored = await on
    .select()
    .from(table)
    .where(and(eq(entityType, source.entityType), ofThese))
    .orderBy(entityId, table.id);
  const differences = compare(stored, rowsOf(source, due));
  return { differences, due, upTo: upTo === LAST_ID ? null : upTo };
}

/** Differences between stored and computed rows, matched by thing, kind and holder. */
export function compare(stored: readonly DecisionRow[], due: readonly DecisionRow[]): DecisionDifference[] {
  const [actual, expected] = [byKey(stored), byKey(due)];
  const keys = [...new Set([...actual.keys(), ...expected.keys()])];
  return keys.flatMap((key): DecisionDifference[] => {
    const [was, is] = [actual.get(key), expected.get(key)];
    const [one] = [is, was].filter((row) => row !== undefined);
    const [before, after] = [was, is].map((row) => (row === undefined ? null : valuesOf(row)));
    if (one === undefined || before === undefined || after === undefined) return [];
    if (JSON.stringify(before) === JSON.stringify(after) && was?.objectId === is?.objectId) return [];
    const { entityType, entityId, objectId = null, kind } = one;
    return [{ entityType, entityId, objectId, kind, stored: before, due: after }];
  });
}

const byKey = (rows: readonly DecisionRow[]): Map<string, DecisionRow> =>
  new Map(rows.map((row) => [[row.entityType, row.entityId, row.kind, row.holderId ?? 0].join(" "), row]));

/** A row as the audit log shows it. */
function valuesOf(row: DecisionRow): Values {
  const {
    kind,
    permission,
    relation,
    beyond,
    byRoles,
    holderId,
    exceptUserIds,
    companyWide,
    dueOn,
    since,
    batch,
  } = row;
  const said = {
    kind,
    permission,
    relation,
    beyond,
    byRoles,
    holderId,
    exceptUserIds: exceptUserIds ?? [],
    companyWide: companyWide ?? false,
    dueOn,
    since: since.toISOString(),
    batch,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null && value !== undefined),
  );
}
