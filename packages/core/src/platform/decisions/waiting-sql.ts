import type { InPlaceOf } from "./what-i-decide.ts";

const listed = (list: string) => `any (array(select unnest(${list}::int[])))`;
const within = (column: string, everywhere: string, list: string) =>
  `(${everywhere}::boolean or ${column} = ${listed(list)})`;

/** Parameters of the conditions below, as SQL writes them. */
export type WaitingParameters = {
  person: string;
  takesEverywhere: string;
  takes: string;
  judges: string;
  gaveEverywhere: string;
  gave: string;
  reschedules: string;
  confirms: string;
  confirmsAll: string;
  /** Of a deputy: whose work he does not decide on, by each right. For whoever is none the text says nothing of it. */
  inPlaceOf?: Readonly<Record<keyof InPlaceOf, string>>;
};

const mine = (
  p: WaitingParameters,
) => `t.assignee_id = ${p.person}::int and t.status not in ('done', 'cancelled')
      and ${within("t.object_id", p.takesEverywhere, p.takes)}`;

type Done = { objectId: string; by: string };

/** Leaves out what was done by one in whose place the person decides there. */
const notInPlace = ({ objectId, by }: Done, pairs: string) =>
  `${objectId} || ':' || ${by} <> all (array(select unnest(${pairs}::text[])))`;

/** The same of a task or its request. Whoever gave the task may decide by having given it, any other by his role alone. */
const othersWork = (p: WaitingParameters, done: Done, byRole: "judges" | "reschedules") =>
  p.inPlaceOf === undefined
    ? "true"
    : `case when t.creator_id = ${p.person}::int then ${notInPlace(done, p.inPlaceOf.gave)}
        else ${notInPlace(done, p.inPlaceOf[byRole])} end`;

const WORK: Done = { objectId: "t.object_id", by: "t.assignee_id" };
const REQUEST: Done = { objectId: "r.object_id", by: "r.requested_by" };
const ENTRY: Done = { objectId: "e.object_id", by: "e.author_id" };

/** Of an object that is over nothing is decided. As a value, not a join: what is asked for walks its own index. */
const GOES_ON = `(select x.status from objects x where x.id = t.object_id) not in ('closed', 'archived')`;

/**
 * What waits for a person, as conditions over a task `t`, a request `r` and an entry `e`. Each follows the right of its
 * verb: nobody judges his own work unless he gave it to himself, decides his own request or confirms his own entry, nor
 * does his deputy in his place. By role and by having given the task stand apart, each in the words of its own index.
 */
export const waitingConditions = (p: WaitingParameters) => ({
  mine: mine(p),
  toTake: `${mine(p)} and t.status = 'assigned' and ${GOES_ON}`,
  toJudgeByRole: `t.status = 'review' and t.object_id = ${listed(p.judges)}
      and (t.assignee_id <> ${p.person}::int or t.creator_id = ${p.person}::int)
      and (t.creator_id = t.assignee_id or ${othersWork(p, WORK, "judges")}) and ${GOES_ON}`,
  toJudgeAsGiver: `t.creator_id = ${p.person}::int and t.status not in ('done', 'cancelled') and t.status = 'review'
      and ${within("t.object_id", p.gaveEverywhere, p.gave)} and not (t.object_id = ${listed(p.judges)})
      and ${othersWork(p, WORK, "judges")} and ${GOES_ON}`,
  askedByRole: `r.status = 'open' and r.requested_by <> ${p.person}::int and r.object_id = ${listed(p.reschedules)}
      and ${othersWork(p, REQUEST, "reschedules")} and ${GOES_ON}`,
  askedOfGiver: `t.creator_id = ${p.person}::int and t.status not in ('done', 'cancelled')
      and r.status = 'open' and r.requested_by <> ${p.person}::int
      and ${within("t.object_id", p.gaveEverywhere, p.gave)} and not (t.object_id = ${listed(p.reschedules)})
      and ${othersWork(p, REQUEST, "reschedules")} and ${GOES_ON}`,
  entries: `e.status = 'submitted' and e.kind = 'work' and e.author_id <> ${p.person}::int
      and e.object_id = ${listed(p.confirms)}
      and (e.object_id = ${listed(p.confirmsAll)}
        or (select u.role from users u where u.id = e.author_id) = 'installer')
      and ${p.inPlaceOf === undefined ? "true" : notInPlace(ENTRY, p.inPlaceOf.confirms)}
      and not exists (select from daily_plan_fact v where v.reverses_id = e.id)`,
});
