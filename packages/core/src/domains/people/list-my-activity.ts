import { type Activity, activityQuery } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";
import type { ActivityKind } from "@stsphera/contracts/vocabulary";
import { type Actor, can, myObjectIds, sees, seesEveryObject } from "@stsphera/rbac";
import { MONEY_FIELDS, valuesSql } from "../../platform/audit/index.ts";
import { forbidden, instantText, notFound, pagedQuery, personJson, personOf } from "../../kernel/index.ts";

type Named = NonNullable<Activity["about"]> & { work?: string };
type Row = Omit<Activity, "about"> & { objectId: number | null; about: Named | null };

/** What the action was done to, as it is called now. */
const ABOUT = `case a.entity_type
      when 'task' then (select json_build_object('text', t.title) from tasks t where t.id = a.entity_id)
      when 'task_comment' then (select json_build_object('text', t.title)
        from task_comments c join tasks t on t.id = c.task_id where c.id = a.entity_id)
      when 'reschedule_request' then (select json_build_object('text', t.title)
        from reschedule_requests r join tasks t on t.id = r.task_id where r.id = a.entity_id)
      when 'fact' then (select json_build_object('text', concat(fa.name, ' ', l.code), 'work', w.name,
          'quantity', trim_scale(abs(f.quantity))::text, 'unit', w.unit, 'day', f.date)
        from daily_plan_fact f join floor_volumes v on v.id = f.floor_volume_id join floors l on l.id = v.floor_id
          join facades fa on fa.id = f.facade_id join work_types w on w.id = f.work_type_id where f.id = a.entity_id)
      when 'user' then (select json_build_object('text', u.full_name) from users u where u.id = a.entity_id)
      when 'delegation' then (select json_build_object('text', u.full_name)
        from delegations d join users u on u.id = d.deputy_id where d.id = a.entity_id)
      when 'facade' then (select json_build_object('text', fa.name) from facades fa where fa.id = a.entity_id)
      when 'floor' then (select json_build_object('text', l.code) from floors l where l.id = a.entity_id)
      when 'crew' then (select json_build_object('text', c.name) from crews c where c.id = a.entity_id)
      when 'work_type' then (select json_build_object('text', w.name) from work_types w where w.id = a.entity_id) end`;

const COLUMNS = `a.id::float8 as id, ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", a.object_id as "objectId", a.reason,
    case when s.seen then (select json_build_object('id', o.id, 'name', o.name)
       from objects o where o.id = a.object_id) end as object,
    ${personJson("a.on_behalf_of")} as "onBehalfOf",
    case when s.seen then ${valuesSql("before")} end as before,
    case when s.seen then ${valuesSql("after")} end as after,
    case when s.seen then ${ABOUT} end as about`;

const OF_TASKS = ["task", "reschedule_request", "task_comment"];
const OF_KIND: Readonly<Record<ActivityKind, readonly string[]>> = {
  facts: ["fact", "journal"],
  tasks: OF_TASKS,
  objects: ["object", "object_draft", "facade", "floor", "floor_volume", "crew", "work_type", "calendar"],
  people: [
    "user",
    "delegation",
    "invitation",
    "department",
    "notification_settings",
    "session",
    "passkey",
    "sign_in_link",
  ],
};

/**
 * The actor's own actions, newest first, with the users they stood in for. Of objects no longer visible only the
 * action itself is shown.
 */
export const listMyActivity = pagedQuery({
  name: "me.activity",
  permissions: ["profile.edit"],
  input: activityQuery,
  authorize: (ctx, { objectId }) => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    if (objectId !== undefined && !sees(ctx.actor, objectId)) throw notFound();
  },
  sort: () => ({ id: "a.id", idType: "bigint", descending: true }),
  select: (asked, { actor }) => {
    const mine = () => `any (array(select unnest(${asked(myObjectIds(actor), "integer[]")})))`;
    const seen = seesEveryObject(actor) ? "true" : `a.object_id is null or a.object_id = ${mine()}`;
    return { columns: COLUMNS, from: `audit_log a cross join lateral (select ${seen} as seen) s` };
  },
  where: (asked, ctx, { objectId, kind }) => [
    `a.actor_id = ${asked(personOf(ctx).id, "integer")}`,
    // A file is sent for something: that is the action.
    "a.entity_type <> 'file'",
    objectId !== undefined && `a.object_id = ${asked(objectId, "integer")}`,
    kind !== undefined &&
      `a.entity_type = any (array(select unnest(${asked([...OF_KIND[kind]], "text[]")})))`,
  ],
  present: (ctx, row: Row) => present(ctx.actor, row),
});

/** Amounts and task details are shown only to users who may read them now. */
function present(actor: Actor, { objectId, about: named, ...rest }: Row): Activity {
  const row = { ...rest, about: named === null ? null : aboutOf(named) };
  if (objectId === null) return row;
  if (OF_TASKS.includes(row.entityType) && !can(actor, "task.view", { objectId })) {
    return { ...row, about: null, before: null, after: null };
  }
  if (can(actor, "object.money", { objectId })) return row;
  return { ...row, before: withoutMoney(row.before), after: withoutMoney(row.after) };
}

/** A work has one name everywhere: the one that people say. */
const aboutOf = ({ work, text, ...about }: Named) => ({
  ...about,
  text: work === undefined ? text : `${shortWorkName(work)}, ${text}`,
});

function withoutMoney(fields: Activity["before"]): Activity["before"] {
  if (fields === null) return null;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !MONEY_FIELDS.includes(field)));
}
