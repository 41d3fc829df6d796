import { type PersonalRows, personalRowsQuery } from "@stsphera/contracts";
import { can, myObjectIds, seesEveryObject } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, notFound, personOf, query } from "../../../kernel/index.ts";
import { exportStatement } from "../../../platform/personal-data/index.ts";

const ROWS = 500;

const FIND = `
  select a.entity_id as "userId", (select u.telegram_id::text from users u where u.id = a.entity_id) as "telegramId"
  from audit_log a
  where a.actor_id = $1 and a.action in ('me.export_data', 'user.export_data')
    and a.entity_type = 'user' and a.after->>'key' = $2
    and (a.after->>'expiresAt')::timestamptz > $3::timestamptz
  order by a.id desc limit 1`;

type Found = { userId: number; telegramId: string | null };

/**
 * A page of an export: rows of one table, as stored, without words that others change on objects which the reader has
 * left. The right is judged for every page; an export of somebody else, or an old one, is not_found.
 */
export const listPersonalRows = query({
  name: "personal_data.rows",
  permissions: ["profile.edit"],
  input: personalRowsQuery.extend({ key: z.uuid() }),
  read: async (ctx, { key, table, after }): Promise<PersonalRows> => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    const reader = personOf(ctx);
    const [found] = await ctx.db.read<Found>(FIND, [reader.id, key, ctx.now.toISOString()]);
    const statement = exportStatement(table);
    if (found === undefined || statement === null) throw notFound();
    assertMayTake(ctx, found.userId);
    const mine = can(ctx.actor, "users.manage") || seesEveryObject(ctx.actor) ? null : myObjectIds(ctx.actor);
    const params = [found.userId, found.telegramId, after, ROWS, mine];
    const read = await ctx.db.read<{ row: Record<string, unknown> }>(statement.text, params);
    const rows = read.map(({ row }) => row);
    const last = rows.at(-1)?.["id"];
    const goesOn = statement.paged && rows.length === ROWS && typeof last === "number";
    return { userId: found.userId, rows, next: goesOn ? last : null };
  },
});

function assertMayTake({ actor }: Context, userId: number): void {
  const own = actor.kind === "user" && actor.id === userId;
  if (!own && !can(actor, "users.manage")) throw forbidden("users.manage");
}
