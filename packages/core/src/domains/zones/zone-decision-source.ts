import { schema } from "@stsphera/db";
import { isNull } from "drizzle-orm";
import { type DecisionSource, dueRows } from "../../platform/decisions/index.ts";
import { zoneDecisions, zoneSubject } from "../rights/index.ts";

/** Zones that wait for a foreman; one is named on the page of the zones. */
export const zoneDecisionSource: DecisionSource = {
  entityType: "zone",
  table: "zones",
  decidedBy: [{ permission: "zone.manage" }],
  actions: { zone_to_lead: [{ key: "open" }] },
  shown: `select json_build_object('title', z.name, 'version', z.version) from zones z where z.id = p.id`,
  linkOf: ({ objectId }) => (objectId === null ? null : { kind: "object", id: objectId, section: "zones" }),
  due: dueRows(schema.zones, isNull(schema.zones.foremanId), (zone) => ({
    ...zoneSubject(zone),
    decisions: zoneDecisions(zone),
  })),
};
