export { createZone } from "./create-zone.ts";
export { listZones } from "./list-zones.ts";
export { removeZone } from "./remove-zone.ts";
export { updateZone } from "./update-zone.ts";
