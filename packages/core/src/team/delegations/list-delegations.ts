import { type Delegation, type DelegationPage, listDelegationsQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { forbidden, notFound, openCursor, personOf, query, toPage } from "../../kernel/index.ts";
import { mayEndDelegation } from "./end-delegation.ts";

type Row = Omit<Delegation, "canEnd">;

const person = (alias: string) => `json_build_object('id', ${alias}.id, 'fullName', ${alias}.full_name)`;

/** $1 person or object · $2 instant · $3 cursor · $4 limit */
const listText = (whose: string) => `
  select d.id, ${person("p")} as principal, ${person("s")} as deputy, ${person("c")} as "createdBy",
    (select json_build_object('id', o.id, 'name', o.name) from objects o where o.id = d.object_id) as object,
    d.from_day::text as "fromDay", d.to_day::text as "toDay",
    case when d.ended_at is not null or d.to_day < ($2::timestamptz at time zone p.time_zone)::date then 'over'
      when d.from_day > ($2::timestamptz at time zone p.time_zone)::date then 'upcoming'
      else 'current' end as state,
    to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
    to_char(d.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endedAt", d.version
  from delegations d join users p on p.id = d.principal_id join users s on s.id = d.deputy_id
    join users c on c.id = d.created_by
  where ${whose} and ($3::integer is null or d.id < $3)
  order by d.id desc
  limit $4`;

const MINE = listText("(d.principal_id = $1 or (d.deputy_id = $1 and d.ended_at is null))");
const OF_OBJECT = listText(`
  d.principal_id = any(array(select r.user_id from object_roles r where r.object_id = $1))
    and (d.object_id = $1 or d.object_id is null)`);

/**
 * Who stands in for me and for whom I stand in, the newest first; with an object, the deputies of its members, for
 * whoever may name them there.
 */
export const listDelegations = query({
  name: "delegation.list",
  permissions: ["delegation.own", "delegation.object"],
  input: listDelegationsQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<DelegationPage> => {
    const { objectId } = filters;
    if (!can(ctx.actor, "delegation.own")) throw forbidden("delegation.own");
    if (objectId !== undefined && !sees(ctx.actor, objectId)) throw notFound();
    if (objectId !== undefined && !can(ctx.actor, "delegation.object", { objectId })) {
      throw forbidden("delegation.object");
    }
    const from = openCursor(cursor, filters);
    const rows = await ctx.db.read<Row>(objectId === undefined ? MINE : OF_OBJECT, [
      objectId ?? personOf(ctx).id,
      ctx.now.toISOString(),
      from?.id ?? null,
      limit + 1,
    ]);
    const page = toPage(rows, limit, filters, () => null);
    const items = page.items.map((row) => {
      const ties = { principalId: row.principal.id, objectId: row.object?.id ?? null };
      return { ...row, canEnd: row.state !== "over" && mayEndDelegation(ctx.actor, ties) };
    });
    return { items, nextCursor: page.nextCursor };
  },
});
