import { type Delegation, listDelegationsQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { forbidden, instantText, notFound, pagedQuery, personOf, personRow } from "../../kernel/index.ts";
import { mayEndDelegation } from "./delegation-workflow.ts";

type Row = Omit<Delegation, "canEnd">;

const MINE = (me: string) => `(d.principal_id = ${me} or (d.deputy_id = ${me} and d.ended_at is null))`;
const OF_OBJECT = (object: string) => `
    d.principal_id = any(array(select r.user_id from object_roles r where r.object_id = ${object}))
    and (d.object_id = ${object} or d.object_id is null)`;

const columnsOn = (
  today: string,
) => `d.id, ${personRow("p")} as principal, ${personRow("s")} as deputy, ${personRow("c")} as "createdBy",
    (select json_build_object('id', o.id, 'name', o.name) from objects o where o.id = d.object_id) as object,
    d.from_day::text as "fromDay", d.to_day::text as "toDay",
    case when d.ended_at is not null or d.to_day < ${today} then 'over'
      when d.from_day > ${today} then 'upcoming' else 'current' end as state,
    ${instantText("d.created_at")} as "createdAt",
    ${instantText("d.ended_at")} as "endedAt", d.version`;
const TABLES = `delegations d join users p on p.id = d.principal_id join users s on s.id = d.deputy_id
    join users c on c.id = d.created_by`;

/**
 * Delegations given to and by the actor, newest first; with an object, those of its members, for users who may create
 * them there.
 */
export const listDelegations = pagedQuery({
  name: "delegation.list",
  permissions: ["delegation.own", "delegation.object"],
  input: listDelegationsQuery,
  authorize: (ctx, { objectId }) => {
    if (!can(ctx.actor, "delegation.own")) throw forbidden("delegation.own");
    if (objectId !== undefined && !sees(ctx.actor, objectId)) throw notFound();
    if (objectId !== undefined && !can(ctx.actor, "delegation.object", { objectId })) {
      throw forbidden("delegation.object");
    }
  },
  sort: () => ({ id: "d.id", descending: true }),
  select: (asked, ctx) => {
    const today = `(${asked(ctx.now.toISOString(), "timestamptz")} at time zone p.time_zone)::date`;
    return { columns: columnsOn(today), from: TABLES };
  },
  where: (asked, ctx, { objectId }) => [
    objectId === undefined ? MINE(asked(personOf(ctx).id, "integer")) : OF_OBJECT(asked(objectId, "integer")),
  ],
  present: (ctx, row: Row): Delegation => {
    const ties = { principalId: row.principal.id, objectId: row.object?.id ?? null };
    return { ...row, canEnd: row.state !== "over" && mayEndDelegation(ctx.actor, ties) };
  },
});
