import type { Approval, ApprovalKind } from "@stsphera/contracts";
import { instantText, personJson, personRow } from "../../kernel/index.ts";
import { DUE, TODAY } from "../../domains/tasks/index.ts";
import { type WaitingParameters, waitingConditions } from "./waiting-sql.ts";

/** A thing that waits, as the statement gives it; with its kind three values tell where a page goes on. */
export type ApprovalRow = Omit<Approval, "deepLink" | "actions"> & {
  byDay: string;
  keySince: string;
  keyId: number;
};

const DECIDES: WaitingParameters = {
  person: "$2",
  takesEverywhere: "$3",
  takes: "$4",
  judges: "$5",
  gaveEverywhere: "$6",
  gave: "$7",
  reschedules: "$8",
  confirms: "$9",
  confirmsAll: "$10",
};
const IN_PLACE_OF = { judges: "$18", gave: "$19", reschedules: "$20", confirms: "$21" };

type Branch = { id: string; day: string; since: string; from: string; keySince?: string; keyId?: string };

/** One kind: its condition cut off where another kind is asked for, its own order and its own limit. */
function branch(kind: ApprovalKind, { id, day, since, from, keySince = since, keyId = id }: Branch): string {
  return `(select '${kind}' collate "C" as kind, ${id} as id, ${day} as by_day, ${since} as since,
      ${keySince} as key_since, ${keyId} as key_id
    from ${from} and ($12::text is null or $12 = '${kind}')
      and ${day} >= $13::text::date
      and (${day}, ${keySince}, '${kind}' collate "C", ${keyId}) > ($13::text::date, $14::text::timestamptz, $15::text collate "C", $16::int)
    order by ${day}, ${keySince}, ${keyId} limit $17)`;
}

const task = (where: string) => ({
  id: "t.id",
  day: DUE,
  since: "t.status_since",
  from: `tasks t where ${where}`,
});
const request = (where: string) => ({
  id: "r.id",
  day: DUE,
  since: "r.created_at",
  from: `reschedule_requests r join tasks t on t.id = r.task_id where ${where}`,
});
/** A day keeps its place while others decide on its entries: it would come again on the next page otherwise. */
const factDay = (entries: string): Branch => ({
  id: "f.id",
  day: "f.date",
  since: "f.since",
  from: `(select e.object_id, e.date, min(e.id) as id, min(e.created_at) as since
      from daily_plan_fact e where ${entries} and ($12::text is null or $12 = 'fact_days')
      group by e.object_id, e.date) f where true`,
  keySince: "f.date::timestamp at time zone 'UTC'",
  keyId: "f.object_id",
});
const CAME = `(u.created_at at time zone 'UTC')::date`;

/**
 * $1 instant · $2 person · $3–$10 what he decides · $11 whether people wait for him · $12 one kind, or all · $13 day, $14
 * instant, $15 kind and $16 id of the last thing shown · $17 how many · $18–$21 of a deputy, in whose place he decides.
 * The most urgent first: by the day it is due (a day of facts by itself, a person by the day he came; what has no deadline
 * last), then what waits longest, a day of facts since its own beginning. Each kind walks its own index up to a page;
 * names and texts are read for the rows of the page alone.
 */
const statement = (p: ReturnType<typeof waitingConditions>) => `
  with page as materialized (
    select * from (
      ${branch("task_to_take", task(p.toTake))}
      union all
      ${branch("task_to_judge", task(p.toJudgeByRole))}
      union all
      ${branch("task_to_judge", task(p.toJudgeAsGiver))}
      union all
      ${branch("reschedule", request(p.askedByRole))}
      union all
      ${branch("reschedule", request(p.askedOfGiver))}
      union all
      ${branch("fact_days", factDay(p.entries))}
      union all
      ${branch("person", { id: "u.id", day: CAME, since: "u.created_at", from: `users u where $11::boolean and u.status = 'pending'` })}
    ) waiting
    order by by_day, key_since, kind, key_id
    limit $17
  )
  select p.kind, p.id, p.by_day::text as "byDay", ${instantText("p.key_since")} as "keySince", p.key_id as "keyId",
    o.id as "objectId", o.name as "objectName",
    coalesce(t.title, u.full_name, o.name) as title,
    case p.kind when 'task_to_take' then t.text when 'reschedule' then r.reason end as text,
    case p.kind when 'task_to_take' then ${personJson("t.creator_id")}
      when 'task_to_judge' then ${personJson("t.assignee_id")}
      when 'reschedule' then ${personJson("r.requested_by")} 
      when 'person' then ${personRow("u")} end as who,
    t.id as "taskId", ${instantText("p.since")} as since,
    case p.kind when 'person' then null else nullif(p.by_day, 'infinity')::text end as due,
    coalesce(p.by_day < ${TODAY}, false) as overdue, r.to_day::text as "toDay",
    case p.kind when 'fact_days' then (select count(*)::int from daily_plan_fact e
      where ${p.entries} and e.object_id = d.object_id and e.date = d.date) end as entries,
    case p.kind when 'reschedule' then r.version when 'person' then u.version else t.version end as version
  from page p
  left join reschedule_requests r on p.kind = 'reschedule' and r.id = p.id
  left join tasks t on t.id = case p.kind when 'reschedule' then r.task_id
    when 'task_to_take' then p.id when 'task_to_judge' then p.id end
  left join daily_plan_fact d on p.kind = 'fact_days' and d.id = p.id
  left join users u on p.kind = 'person' and u.id = p.id
  left join objects o on o.id = coalesce(t.object_id, d.object_id)
  order by p.by_day, p.key_since, p.kind, p.key_id`;

export const APPROVALS = statement(waitingConditions(DECIDES));
export const DEPUTYS_APPROVALS = statement(waitingConditions({ ...DECIDES, inPlaceOf: IN_PLACE_OF }));
