import { id, type Invitation, listInvitationsQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, pagedQuery, personRow } from "../../kernel/index.ts";
import { comesInAtOnce } from "./invitation-rules.ts";

type Row = Omit<Invitation, "immediate">;

const columnsAt = (
  now: string,
) => `i.id, i.code, i.object_id as "objectId", i.role, i.max_uses as "maxUses", i.uses, i.version,
    (select json_build_object('id', c.id, 'name', c.name) from crews c where c.id = i.crew_id) as crew,
    (select count(*)::int from invitation_uses w join users u on u.id = w.user_id
       where w.invitation_id = i.id and w.joined_at is null and u.status = 'pending') as waiting,
    case when i.revoked_at is not null then 'revoked' when i.expires_at <= ${now} then 'expired'
      when i.uses >= i.max_uses then 'used_up' else 'open' end as state,
    ${personRow("m")} as "createdBy",
    ${instantText("i.expires_at")} as "expiresAt",
    ${instantText("i.created_at")} as "createdAt",
    ${instantText("i.revoked_at")} as "revokedAt"`;

/** The links of an object, newest first, for users who may invite: a link gives access. */
export const listInvitations = pagedQuery({
  name: "invitation.list",
  permissions: ["object.invite"],
  input: z.strictObject({ objectId: id, ...listInvitationsQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "object.invite", { objectId })) throw forbidden("object.invite");
  },
  sort: () => ({ id: "i.id", descending: true }),
  select: (asked, ctx) => ({
    columns: columnsAt(asked(ctx.now.toISOString(), "timestamptz")),
    from: "invitations i join users m on m.id = i.created_by",
  }),
  where: (asked, _ctx, { objectId }) => [`i.object_id = ${asked(objectId, "integer")}`],
  present: (_ctx, row: Row): Invitation => ({ ...row, immediate: comesInAtOnce(row.role) }),
});
