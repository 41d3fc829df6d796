import { type Activity, activityQuery } from "@stsphera/contracts";
import { type Actor, can, myObjectIds, seesEveryObject } from "@stsphera/rbac";
import { MONEY_FIELDS } from "../../platform/audit/index.ts";
import { forbidden, instantText, pagedQuery, personJson, personOf } from "../../kernel/index.ts";

type Row = Activity & { objectId: number | null };

const COLUMNS = `a.id::float8 as id, ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", a.object_id as "objectId", a.reason,
    case when s.seen then (select json_build_object('id', o.id, 'name', o.name)
       from objects o where o.id = a.object_id) end as object,
    ${personJson("a.on_behalf_of")} as "onBehalfOf",
    case when s.seen then a.before end as before, case when s.seen then a.after end as after`;

/**
 * The actor's own actions, newest first, with the users they stood in for. Of objects no longer visible only the
 * action itself is shown.
 */
export const listMyActivity = pagedQuery({
  name: "me.activity",
  permissions: ["profile.edit"],
  input: activityQuery,
  authorize: (ctx) => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
  },
  sort: () => ({ id: "a.id", idType: "bigint", descending: true }),
  select: (asked, { actor }) => {
    const mine = () => `any (array(select unnest(${asked(myObjectIds(actor), "integer[]")})))`;
    const seen = seesEveryObject(actor) ? "true" : `a.object_id is null or a.object_id = ${mine()}`;
    return { columns: COLUMNS, from: `audit_log a cross join lateral (select ${seen} as seen) s` };
  },
  where: (asked, ctx) => [`a.actor_id = ${asked(personOf(ctx).id, "integer")}`],
  present: (ctx, row: Row) => present(ctx.actor, row),
});

const OF_TASKS = ["task", "reschedule_request"];

/** Amounts and task details are shown only to users who may read them now. */
function present(actor: Actor, { objectId, ...row }: Row): Activity {
  if (objectId === null) return row;
  if (OF_TASKS.includes(row.entityType) && !can(actor, "task.view", { objectId })) {
    return { ...row, before: null, after: null };
  }
  if (can(actor, "object.money", { objectId })) return row;
  return { ...row, before: withoutMoney(row.before), after: withoutMoney(row.after) };
}

function withoutMoney(fields: Activity["before"]): Activity["before"] {
  if (fields === null) return null;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !MONEY_FIELDS.includes(field)));
}
