import { type Activity, type ActivityPage, activityQuery } from "@stsphera/contracts";
import { type Actor, can, seesEveryObject, type UserActor, myObjectIds } from "@stsphera/rbac";
import { MONEY_FIELDS } from "../../platform/audit/index.ts";
import {
  allOf,
  forbidden,
  instantText,
  listText,
  openCursor,
  personJson,
  personOf,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";

type Row = Activity & { objectId: number | null };

/** Of an object that he sees no more only the act itself is told. */
const listStatement = (actor: UserActor, from: Position | null, rows: number) =>
  listText((asked) => {
    const seen = seesEveryObject(actor)
      ? "true"
      : `a.object_id is null or a.object_id = any (array(select unnest(${asked(myObjectIds(actor), "integer[]")})))`;
    return `
  select a.id::float8 as id, ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", a.object_id as "objectId", a.reason,
    case when s.seen then (select json_build_object('id', o.id, 'name', o.name)
       from objects o where o.id = a.object_id) end as object,
    ${personJson("a.on_behalf_of")} as "onBehalfOf",
    case when s.seen then a.before end as before, case when s.seen then a.after end as after
  from audit_log a cross join lateral (select ${seen} as seen) s
  where ${allOf(
    `a.actor_id = ${asked(actor.id, "integer")}`,
    from !== null && `a.id < ${asked(from.id, "bigint")}`,
  )}
  order by a.id desc
  limit ${asked(rows, "integer")}`;
  });

/** What I did, the newest first, with whom I stood in for. */
export const listMyActivity = query({
  name: "me.activity",
  permissions: ["profile.edit"],
  input: activityQuery,
  read: async (ctx, { limit, cursor }): Promise<ActivityPage> => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    const from = openCursor(cursor, {});
    const { text, params } = listStatement(personOf(ctx), from, limit + 1);
    const rows = await ctx.db.read<Row>(text, params);
    const page = toPage(rows, limit, {}, () => null);
    return { items: page.items.map((row) => present(ctx.actor, row)), nextCursor: page.nextCursor };
  },
});

const OF_TASKS = ["task", "reschedule_request"];

/** What was written of an object's money and of its tasks is shown to those alone who may read it now. */
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
