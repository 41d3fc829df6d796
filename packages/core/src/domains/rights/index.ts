export { defectDecisions, defectSubject, writeDefectDecisions } from "./defect-decisions.ts";
export { delegationPayload } from "./end-deputyships.ts";
export type { Ended } from "./ended.ts";
export { IN_HAND } from "./leave-defects.ts";
export { ownRights } from "./own-rights.ts";
export { rightsLost } from "./rights-lost.ts";
export { writeZoneDecisions, zoneDecisions, zoneSubject } from "./zone-decisions.ts";
