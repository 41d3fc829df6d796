// In these functions `people` is the SQL parameter with the ids of `peopleOf`: the user first, then their principals.

/** Unpacks a reach to a table; `reach` is the SQL parameter with the result of `reachOf`. */
export const reachTable = (reach: string) => `reach as materialized (
    select * from jsonb_to_recordset(${reach}::text::jsonb)
      as r(permission text, relation text, beyond text, by_role text, people int[], objects int[], roles text[]))`;

const OVER = `('closed', 'archived')`;
/** Decisions of closed objects do not wait. A subselect, not a join, so that the main table's index is used. */
const GOES_ON = `coalesce((select o.status from objects o where o.id = d.object_id), '') not in ${OVER}`;
const SAME_RIGHT = `d.permission = r.permission and d.beyond is not distinct from r.beyond`;
/** At least one user in whose name the right is held is not excepted. */
const NOT_EXCEPTED = `not r.people <@ d.except_user_ids`;

/**
 * Objects of which at most one active member holds the right: what that member may not decide on waits for those who
 * hold the right everywhere.
 */
const SHORT_OF_HOLDERS = `(select r.*, o.id as object_id, h.ids
    from reach r cross join objects o cross join lateral (
      select coalesce(array_agg(distinct m.user_id), '{}') as ids
      from object_roles m join users u on u.id = m.user_id and u.status = 'active' and u.role <> 'viewer'
      where m.object_id = o.id and m.role = any (r.roles)) h
    where r.relation is null and r.objects is null and o.status not in ${OVER} and cardinality(h.ids) < 2) r`;

/** Stands in columns for the id of the principal in whose place the user decides, 0 for their own right. */
export const BEHALF = "{behalf}";

/**
 * `from`: rows to start from; `where`: which decisions `d` wait for the user there; `behalf`: the principal in whose
 * place, 0 where the user decides in their own right.
 */
type WaitingPart = { from: string; where: string; behalf: string };

/**
 * The condition for decisions that wait for a user, in four parts, each matching its own index: by the user's roles
 * on objects, by a company role where the decision is company-wide or nobody on its object may decide, and by the
 * decision's named holder, by the role that they were named for. A decision
 * whose holder has a relation waits for the holder alone and checks that they still hold the right; without a
 * relation it waits for the holder's deputies too. A decision may be found by several parts.
 */
function waitingParts(people: string): readonly WaitingPart[] {
  const me = `(${people}::int[])[1]`;
  const others = `${me} <> all (d.except_user_ids)`;
  // Who holds the right is listed with the user first.
  const behalf = `case when ${me} = any (r.people) then 0
        else (select x.id from unnest(r.people) x(id) where x.id <> all (d.except_user_ids) limit 1) end`;
  const byRight = `d.holder_id is null and ${SAME_RIGHT} and ${NOT_EXCEPTED} and ${others}`;
  return [
    {
      from: `(select r.*, o.id as object_id from reach r cross join lateral unnest(r.objects) a(id)
        join objects o on o.id = a.id and o.status not in ${OVER} where r.relation is null) r`,
      where: `d.object_id = r.object_id and ${byRight}`,
      behalf,
    },
    {
      from: `(select * from reach where relation is null and objects is null) r`,
      where: `d.company_wide and ${byRight} and ${GOES_ON}`,
      behalf,
    },
    {
      from: SHORT_OF_HOLDERS,
      where: `d.object_id = r.object_id and not d.company_wide and ${byRight} and r.ids <@ d.except_user_ids`,
      behalf,
    },
    {
      from: `unnest(${people}::int[]) h(id)`,
      where: `d.holder_id = h.id and h.id <> all (d.except_user_ids) and ${others} and ${GOES_ON}
        and (select true from reach r
          where ${SAME_RIGHT} and r.relation is not distinct from d.relation
            and (d.by_roles is null or r.by_role = any (d.by_roles))
            and (d.object_id = any (r.objects) or (r.objects is null and d.company_wide))
            and case when d.relation is null then h.id = any (r.people) else h.id = ${me} and ${NOT_EXCEPTED} end
          limit 1)`,
      behalf: `case when h.id = ${me} then 0 else d.holder_id end`,
    },
  ];
}

/**
 * SQL of the decisions that wait for a user, as `columns` of `d` and of `BEHALF`, narrowed by `and`. Each part is read along its
 * index: `tail` groups and limits the rows per starting row, and keeps PostgreSQL from joining the whole table.
 */
export const waitingRows = (
  people: string,
  { columns, and, tail = "offset 0" }: { columns: string; and: string; tail?: string },
): string =>
  waitingParts(people)
    .map(
      ({ from, where, behalf }) => `
      select w.* from ${from} cross join lateral (
        select ${columns.replace(BEHALF, behalf)} from pending_decisions d where ${where} and ${and} ${tail}) w`,
    )
    .join("\n      union all");

/**
 * SQL of the decisions that others make on what a user handed in or asked for: who may not decide did it himself.
 * `objects`: where the user sees such things; null for every object.
 */
export const handedInRows = (
  me: string,
  { columns, and, tail, objects }: { columns: string; and: string; tail: string; objects: string | null },
): string => `
      select ${columns.replace(BEHALF, "0")} from pending_decisions d
      where d.except_user_ids @> array[${me}] and ${GOES_ON} and ${and}
        ${objects === null ? "" : `and d.object_id = any (array(select unnest(${objects})))`} ${tail}`;

/** SQL of a table with the number of waiting things by kind, for `waitingNumber`. */
export const waitingTable = (people: string, and: string): string => `waiting as materialized (
    select w.kind, count(distinct w.entity_id)::int as number
    from (${waitingRows(people, { columns: "d.kind, d.entity_id", and })}) w group by w.kind)`;

export const waitingNumber = (kind: string): string =>
  `coalesce((select w.number from waiting w where w.kind = '${kind}'), 0)`;
