// Of the functions here `people` is the parameter with those as whom a person decides, himself first (`peopleOf`).

/** What a reach is unpacked to; `reach` is the parameter with what `reachOf` gives. */
export const reachTable = (reach: string) => `reach as materialized (
    select * from jsonb_to_recordset(${reach}::text::jsonb)
      as r(permission text, relation text, beyond text, people int[], objects int[]))`;

const OVER = `('closed', 'archived')`;
/** Of an object that is over nothing is decided. As a value, not a join: what is asked for walks its own index. */
const GOES_ON = `coalesce((select o.status from objects o where o.id = d.object_id), '') not in ${OVER}`;
const SAME_RIGHT = `d.permission = r.permission and d.beyond is not distinct from r.beyond`;
/** Somebody as whom he holds the right is not excepted. */
const NOT_EXCEPTED = `not r.people <@ d.except_user_ids`;

/** Rows `from` that tell where to look, and which decisions `d` wait for a person there. */
type WaitingPart = { from: string; where: string };

/**
 * The one condition of what waits for a person, in three parts, each in the words of its own index: by his roles on
 * objects, by a role in the company where the decision is for such, and by his name. A decision that names its holder by
 * a relation is for himself and asks whether he holds the right still; one without is for a person who stands in for him,
 * too. A decision may come by several parts.
 */
function waitingParts(people: string): readonly WaitingPart[] {
  const me = `(${people}::int[])[1]`;
  const others = `${me} <> all (d.except_user_ids)`;
  const byRight = `d.holder_id is null and ${SAME_RIGHT} and ${NOT_EXCEPTED} and ${others}`;
  return [
    {
      from: `(select r.*, o.id as object_id from reach r cross join lateral unnest(r.objects) a(id)
        join objects o on o.id = a.id and o.status not in ${OVER} where r.relation is null) r`,
      where: `d.object_id = r.object_id and ${byRight}`,
    },
    {
      from: `(select * from reach where relation is null and objects is null) r`,
      where: `d.company_wide and ${byRight} and ${GOES_ON}`,
    },
    {
      from: `unnest(${people}::int[]) h(id)`,
      where: `d.holder_id = h.id and h.id <> all (d.except_user_ids) and ${others} and ${GOES_ON}
        and (select true from reach r
          where ${SAME_RIGHT} and r.relation is not distinct from d.relation
            and (d.object_id = any (r.objects) or (r.objects is null and d.company_wide))
            and case when d.relation is null then h.id = any (r.people) else h.id = ${me} and ${NOT_EXCEPTED} end
          limit 1)`,
    },
  ];
}

/**
 * What waits for a person, as `columns` of its decisions `d`; `and` narrows them. Each part is read along its index:
 * `tail` groups and cuts what one place gives, and keeps PostgreSQL from joining the table as a whole.
 */
export const waitingRows = (
  people: string,
  { columns, and, tail = "offset 0" }: { columns: string; and: string; tail?: string },
): string =>
  waitingParts(people)
    .map(
      ({ from, where }) => `
      select w.* from ${from} cross join lateral (
        select ${columns} from pending_decisions d where ${where} and ${and} ${tail}) w`,
    )
    .join("\n      union all");

/** A table of how many things of each kind wait for a person, for `waitingNumber`. */
export const waitingTable = (people: string, and: string): string => `waiting as materialized (
    select w.kind, count(distinct w.entity_id)::int as number
    from (${waitingRows(people, { columns: "d.kind, d.entity_id", and })}) w group by w.kind)`;

export const waitingNumber = (kind: string): string =>
  `coalesce((select w.number from waiting w where w.kind = '${kind}'), 0)`;
