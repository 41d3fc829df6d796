import type { Me } from "@stsphera/contracts";
import {
  companyPermissions,
  permissionsOn,
  type Role,
  rolesOn,
  type UserActor,
  myObjectIds,
} from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, personOf, type Query, localDay } from "../../kernel/index.ts";
import { presentUser } from "./present-user.ts";

type Row = { id: number; name: string; timeZone: string; dayCutoff: string };

const MY_OBJECTS = `
  select o.id, o.name, o.time_zone as "timeZone", to_char(o.day_cutoff, 'HH24:MI') as "dayCutoff"
  from objects o
  where o.id = any($1::integer[]) and o.status <> 'archived'
  order by o.name collate "ru-x-icu", o.id`;

const input = z.strictObject({});

/**
 * The actor, with permissions in the company and on each of their objects. The only read open to a new user, who sees
 * only their own name; therefore it does not use the kernel's `query`.
 */
export const getMe: Query<typeof input, Me> = {
  kind: "query",
  name: "me.get",
  permissions: [],
  input,
  async run(ctx) {
    const actor = personOf(ctx);
    if (actor.status === "pending") return { user: presentUser(actor), permissions: [], objects: [] };
    if (actor.status !== "active") throw forbidden();
    return {
      user: presentUser({ ...actor, id: actor.viewedBy ?? actor.id }),
      permissions: [...companyPermissions(actor)],
      objects: await myObjects(ctx, actor),
    };
  },
};

async function myObjects(ctx: Context, actor: UserActor): Promise<Me["objects"]> {
  const rows = await ctx.db.read<Row>(MY_OBJECTS, [myObjectIds(actor)]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: rolesOn(actor, row.id) as Role[],
    permissions: [...permissionsOn(actor, row.id)],
    today: localDay(ctx.now, row.timeZone, row.dayCutoff),
  }));
}
