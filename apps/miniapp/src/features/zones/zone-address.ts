import type { ZoneRow } from "@stsphera/contracts";

/** The facade of a zone on the map of its object. */
export const zoneAddress = ({ objectId, facade }: Pick<ZoneRow, "objectId" | "facade">): string =>
  `/objects/${objectId}/facade?facade=${facade.id}`;
