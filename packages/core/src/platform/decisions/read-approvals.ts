import type { Approval, ApprovalKind } from "@stsphera/contracts";
import {
  dayText,
  allOf,
  type Asked,
  instantText,
  listText,
  type ListText,
  personJson,
} from "../../kernel/index.ts";
import type { DecisionSource } from "./decision-source.ts";
import { BEHALF, handedInRows, reachTable, waitingRows } from "./waiting-sql.ts";

/** A waiting item as read; `kind` and the three `sort…` columns form the cursor. */
export type ApprovalRow = Pick<
  Approval,
  "kind" | "id" | "objectId" | "objectName" | "since" | "due" | "overdue" | "entries" | "behalf"
> & {
  entityType: string;
  /** With the number by which the thing is called, where its source says the title. */
  shown: (Partial<Approval> & { number?: number }) | null;
  sortDay: string;
  sortSince: string;
  sortId: number;
};

export type Place = { day: string; since: string; kind: string; id: number };

type PageQuery = {
  now: Date;
  /** The user first, then their principals. */
  people: readonly number[];
  reach: string;
  /** What others decide for the user, on these objects or on all; absent for what the user decides. */
  handedIn?: { objectIds: readonly number[] | null };
  kind: ApprovalKind | undefined;
  after: Place | null;
  rows: number;
};

const PLACE = `d.sort_day, d.sort_since, d.kind collate "C", d.sort_id`;

/** Rows after the end of the last page; the first condition is the one used as index condition. */
const beyondPlace = (asked: Asked, { day, since, kind, id }: Place) => {
  // Passed as text: the client cannot represent the date `infinity`.
  const [from, at] = [`${asked(day, "text")}::date`, asked(since, "timestamptz")];
  return `d.sort_day >= ${from} and (${PLACE}) > (${from}, ${at}, ${asked(kind, "text")} collate "C", ${asked(id, "int")})`;
};

/**
 * Sorted by urgency: by due date (none last), then by waiting time, a batch since its first entry. Each part walks
 * its own index up to a page; details are read only for the rows of the page.
 */
export const approvalsText = (
  sources: readonly DecisionSource[],
  { now, people, reach, handedIn, kind, after, rows }: PageQuery,
): ListText =>
  listText((asked) => {
    const persons = asked(people, "int[]");
    const limit = asked(rows, "int");
    const wanted = allOf(
      kind !== undefined && `d.kind = ${asked(kind, "text")}`,
      after !== null && beyondPlace(asked, after),
    );
    const rowsOf = (part: { columns: string; and: string; tail: string }): string => {
      if (handedIn === undefined) return waitingRows(persons, part);
      const { objectIds } = handedIn;
      const objects = objectIds === null ? null : asked([...objectIds], "int[]");
      return handedInRows(`(${persons}::int[])[1]`, { ...part, objects });
    };
    const parts = rowsOf({
      columns: `d.sort_day, d.sort_since, d.kind collate "C" as kind, d.sort_id, min(d.entity_type) as entity_type,
          min(d.entity_id) as id, min(d.object_id) as object_id, min(d.batch) as batch, min(d.since) as since,
          min(${BEHALF}) as behalf`,
      and: wanted,
      tail: `group by ${PLACE} order by ${PLACE} limit ${limit}`,
    });
    const batch = rowsOf({
      columns: "d.entity_id",
      and: "d.object_id = p.object_id and d.kind = p.kind and d.sort_day = p.sort_day and d.batch = p.batch",
      tail: "offset 0",
    });
    return `
  with ${reachTable(asked(reach, "text"))}, page as materialized (
    select sort_day, sort_since, kind, sort_id, min(entity_type) as entity_type, min(id) as id,
      min(object_id) as object_id, min(batch) as batch, min(since) as since, min(behalf) as behalf
    from (${parts}) waiting
    group by sort_day, sort_since, kind, sort_id order by sort_day, sort_since, kind, sort_id limit ${limit}
  )
  select p.kind, p.id, p.entity_type as "entityType", p.sort_day::text as "sortDay",
    ${instantText("p.sort_since")} as "sortSince", p.sort_id as "sortId",
    o.id as "objectId", o.name as "objectName", ${instantText("p.since")} as since,
    nullif(p.sort_day, 'infinity')::text as due,
    coalesce(p.sort_day < ${dayText(asked(now.toISOString(), "timestamptz"))},
      false) as overdue,
    case when p.batch is not null then (select count(distinct b.entity_id)::int from (${batch}) b) end as entries,
    ${personJson("p.behalf")} as behalf,
    case p.entity_type ${sources.map((source) => shownBy(source, handedIn === undefined ? batch : null)).join(" ")} end as shown
  from page p left join objects o on o.id = p.object_id
  order by p.sort_day, p.sort_since, p.kind, p.sort_id`;
  });

const shownBy = ({ entityType, shown = "null::json" }: DecisionSource, waiting: string | null) =>
  `when '${entityType}' then (${typeof shown === "string" ? shown : shown(waiting)})`;
