export { createCrew } from "./create-crew.ts";
export { createWorkType } from "./create-work-type.ts";
export { listCrews } from "./list-crews.ts";
export { listFloorVolumes } from "./list-floor-volumes.ts";
export { listWorkTypes } from "./list-work-types.ts";
export { setCrewMembers } from "./set-crew-members.ts";
export { setFloorVolumes } from "./set-floor-volumes.ts";
export { updateCrew } from "./update-crew.ts";
