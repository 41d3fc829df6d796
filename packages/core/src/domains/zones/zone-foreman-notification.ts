import { can } from "@stsphera/rbac";
import { type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { type NamedZone, zoneForemanCard } from "./card/zone-foreman-card.ts";
import { ZONE_TABLES } from "./load-zone.ts";

const STATEMENT = `
  select z.id, z.object_id as "objectId", z.name, o.name as "objectName", fa.code as facade, lo.code as "fromFloor",
    hi.code as "toFloor", m.id as "foremanId", m.full_name as foreman, b.full_name as before
  from ${ZONE_TABLES} join objects o on o.id = z.object_id left join users b on b.id = $2
  where z.id = $1 and m.id is not null`;

/** Tells a foreman of the zone they were given, and who led it before of the change; nothing once it has no foreman. */
export const zoneForemanNotification: NotificationCard<NamedZone, "foreman", never> = {
  name: "zone.foreman_named",
  category: "people",
  acts: zoneForemanCard.actions,
  of: ["zone"],
  async read({ db }, { entityId, payload }) {
    const [row] = await db.read<NamedZone>(STATEMENT, [entityId, numberOf(payload["before"])]);
    return row ?? null;
  },
  people: ({ foremanId }) => ({ foreman: [foremanId] }),
  sees: ({ actor }, { objectId }) => can(actor, "production.view", { objectId }),
  subject: ({ id, objectId }) => ({
    key: zoneForemanCard.key(id),
    type: "zone.foreman_named",
    objectId,
    entityType: "zone",
    entityId: id,
    deepLink: { kind: "object", id: objectId, section: "zones" },
    living: true,
  }),
  draw: zoneForemanCard.draw,
};
