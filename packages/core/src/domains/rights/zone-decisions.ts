import type { schema } from "@stsphera/db";
import { type Decision, subjectAs, type Tx, writeDecisions } from "../../kernel/index.ts";

type Led = Pick<typeof schema.zones.$inferSelect, "id" | "objectId" | "foremanId" | "withoutForemanSince">;

export const zoneSubject = subjectAs("zone");

/** A zone without a foreman waits for those who manage the zones. */
export const zoneDecisions = ({ foremanId, withoutForemanSince: since }: Led): readonly Decision[] =>
  foremanId !== null || since === null
    ? []
    : [{ kind: "zone_to_lead", permission: "zone.manage", dueOn: null, since }];

/** Rewrites what waits for a zone; call it with every change of its foreman. */
export const writeZoneDecisions = (tx: Tx, zone: Led): Promise<void> =>
  writeDecisions(tx, zoneSubject(zone), zoneDecisions(zone));
