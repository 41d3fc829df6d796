import { can } from "@stsphera/rbac";
import { type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { type ClosedMember, memberClosedCard } from "./card/member-closed-card.ts";

const STATEMENT = `
  select u.id as "userId", u.full_name as "fullName", o.id as "objectId", o.name as "objectName",
    (select coalesce(json_agg(r.role order by r.role), '[]') from object_roles r
      where r.object_id = o.id and r.user_id = u.id) as roles,
    (select count(*)::int from tasks t where t.object_id = o.id and t.assignee_id = u.id
      and t.status not in ('done', 'cancelled')) as "openTasks",
    (select count(*)::int from daily_plan_fact f where f.object_id = o.id and f.author_id = u.id
      and f.status = 'returned' and f.kind = 'work'
      and not exists (select from daily_plan_fact r where r.reverses_id = f.id)) as returned
  from objects o join users u on u.id = $2 and u.status = 'deactivated' where o.id = $1`;

/** Tells the project managers of a member whose access was closed; nothing once it is open again. */
export const memberClosedNotification: NotificationCard<ClosedMember, "managers", never> = {
  name: "object.member_closed",
  category: "people",
  of: ["object"],
  async read({ db }, { entityId, payload }) {
    const [row] = await db.read<ClosedMember>(STATEMENT, [entityId, numberOf(payload["userId"])]);
    return row ?? null;
  },
  people: () => ({}),
  groups: ["managers"],
  sees: ({ actor }, { objectId }) => can(actor, "object.team", { objectId }),
  subject: ({ objectId, userId }) => ({
    key: memberClosedCard.key(objectId, userId),
    type: "object.member_closed",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "team" },
    living: true,
  }),
  draw: memberClosedCard.draw,
};
