import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import { DECISION_COLUMNS, type DecisionSource } from "./decision-source.ts";

export type Thing = { entityType: string; entityId: number };
type Values = Record<string, unknown>;

/** A row of what waits that is missing, should not be there, or says something else than the thing does. */
export type DecisionDifference = Thing & {
  objectId: number | null;
  kind: string;
  stored: Values | null;
  due: Values | null;
};

const COLUMNS = DECISION_COLUMNS.join(", ");
const COMPARED = DECISION_COLUMNS.filter((column) => !["entity_type", "entity_id"].includes(column));
const rowOf = (alias: string) => COMPARED.map((column) => `${alias}.${column}`).join(", ");
/** What a row says, as the audit log keeps it. */
const told = (alias: string) =>
  `case when ${alias}.entity_id is not null then jsonb_strip_nulls(jsonb_build_object(${COMPARED.slice(1)
    .map(
      (column) =>
        `'${column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())}', ${alias}.${column}`,
    )
    .join(", ")})) end`;

const idsOf = (things: readonly Thing[], entityType: string): string =>
  `{${things.filter((thing) => thing.entityType === entityType).map(({ entityId }) => entityId)}}`;

/** Every row that should stand, of all things or of these. */
function dueDecisions(sources: readonly DecisionSource[], things?: readonly Thing[]): SQL {
  const parts = sources.map(({ entityType, rebuild }) => {
    const all = sql.raw(`select * from (${rebuild}) due (${COLUMNS})`);
    return things === undefined
      ? all
      : sql`${all} where entity_id = any (${idsOf(things, entityType)}::int[])`;
  });
  return sql.join(parts, sql` union all `);
}

/** Adds them, of things of which nothing stands. */
export async function addDueDecisions(
  tx: Pick<Tx, "execute">,
  sources: readonly DecisionSource[],
  things?: readonly Thing[],
): Promise<void> {
  await tx.execute(sql`insert into pending_decisions (${sql.raw(COLUMNS)}) ${dueDecisions(sources, things)}`);
}

/** Of these things, as pairs of type and id. */
export const areThings = (things: readonly Thing[]): SQL => {
  const types = `{${things.map(({ entityType }) => entityType)}}`;
  const ids = `{${things.map(({ entityId }) => entityId)}}`;
  return sql`(entity_type, entity_id) in (select * from unnest(${types}::text[], ${ids}::int[]))`;
};

/** Compares what stands with what should, in one statement: nothing changes between its sides. */
export async function readDecisionDifferences(
  on: Pick<Tx, "execute">,
  sources: readonly DecisionSource[],
  things?: readonly Thing[],
): Promise<DecisionDifference[]> {
  const standing = things === undefined ? sql`true` : areThings(things);
  const found = await on.execute<DecisionDifference>(sql`
    with due as (${dueDecisions(sources, things)}),
      stored as (select ${sql.raw(COLUMNS)} from pending_decisions where ${standing})
    select coalesce(d.entity_type, s.entity_type) as "entityType", coalesce(d.entity_id, s.entity_id) as "entityId",
      coalesce(d.object_id, s.object_id) as "objectId", coalesce(d.kind, s.kind) as kind,
      ${sql.raw(told("s"))} as stored, ${sql.raw(told("d"))} as due
    from due d full join stored s on s.entity_type = d.entity_type and s.entity_id = d.entity_id and s.kind = d.kind
      and coalesce(s.holder_id, 0) = coalesce(d.holder_id, 0)
    where d.entity_id is null or s.entity_id is null
      or (${sql.raw(rowOf("d"))}) is distinct from (${sql.raw(rowOf("s"))})
    order by 1, 2, 4, coalesce(d.holder_id, s.holder_id, 0)`);
  return [...found];
}
