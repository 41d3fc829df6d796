import { id, type Invitation, type InvitationPage, listInvitationsQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  forbidden,
  instantText,
  listText,
  notFound,
  openCursor,
  personRow,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";
import { comesInAtOnce } from "./invitation-rules.ts";

type Row = Omit<Invitation, "immediate">;

const listStatement = (objectId: number, now: Date, from: Position | null, rows: number) =>
  listText(
    (asked) => `
  select i.id, i.code, i.object_id as "objectId", i.role, i.max_uses as "maxUses", i.uses, i.version,
    (select json_build_object('id', c.id, 'name', c.name) from crews c where c.id = i.crew_id) as crew,
    (select count(*)::int from invitation_uses w join users u on u.id = w.user_id
       where w.invitation_id = i.id and w.joined_at is null and u.status = 'pending') as waiting,
    case when i.revoked_at is not null then 'revoked' when i.expires_at <= ${asked(now.toISOString(), "timestamptz")} then 'expired'
      when i.uses >= i.max_uses then 'used_up' else 'open' end as state,
    ${personRow("m")} as "createdBy",
    ${instantText("i.expires_at")} as "expiresAt",
    ${instantText("i.created_at")} as "createdAt",
    ${instantText("i.revoked_at")} as "revokedAt"
  from invitations i join users m on m.id = i.created_by
  where ${allOf(
    `i.object_id = ${asked(objectId, "integer")}`,
    from !== null && `i.id < ${asked(from.id, "integer")}`,
  )}
  order by i.id desc
  limit ${asked(rows, "integer")}`,
  );

/** The links of an object, the newest first, for whoever may invite: a link is as good as a key. */
export const listInvitations = query({
  name: "invitation.list",
  permissions: ["object.invite"],
  input: z.strictObject({ objectId: id, ...listInvitationsQuery.shape }),
  read: async (ctx, { limit, cursor, ...filters }): Promise<InvitationPage> => {
    const { objectId } = filters;
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.invite", { objectId })) throw forbidden("object.invite");
    const from = openCursor(cursor, filters);
    const { text, params } = listStatement(objectId, ctx.now, from, limit + 1);
    const rows = await ctx.db.read<Row>(text, params);
    const page = toPage(rows, limit, filters, () => null);
    const items = page.items.map((row) => ({ ...row, immediate: comesInAtOnce(row.role) }));
    return { items, nextCursor: page.nextCursor };
  },
});
