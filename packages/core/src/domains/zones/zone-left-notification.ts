import { can } from "@stsphera/rbac";
import { type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { type LedZone, zoneLeftCard } from "./card/zone-left-card.ts";

const STATEMENT = `
  select z.id, z.object_id as "objectId", z.name, o.name as "objectName", u.full_name as "left"
  from zones z join objects o on o.id = z.object_id join users u on u.id = $2
  where z.id = $1 and z.foreman_id is null`;

/** Tells the project managers that a zone is without a foreman; nothing once it has another or is gone. */
export const zoneLeftNotification: NotificationCard<LedZone, "managers", never> = {
  name: "zone.foreman_left",
  category: "people",
  acts: zoneLeftCard.actions,
  of: ["zone"],
  async read({ db }, { entityId, payload }) {
    const [row] = await db.read<LedZone>(STATEMENT, [entityId, numberOf(payload["foremanId"])]);
    return row ?? null;
  },
  people: () => ({}),
  groups: ["managers"],
  sees: ({ actor }, { objectId }) => can(actor, "production.view", { objectId }),
  subject: ({ id, objectId }) => ({
    key: zoneLeftCard.key(id),
    type: "zone.foreman_left",
    objectId,
    entityType: "zone",
    entityId: id,
    deepLink: { kind: "object", id: objectId, section: "zones" },
    living: true,
  }),
  draw: zoneLeftCard.draw,
};
