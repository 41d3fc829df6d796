import { checkFloorVolumes } from "../checks/check-floor-volumes.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

export const floorVolumes: BenchCase = {
  name: "floor-volumes",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ objectId, foremanId }) => ({
      method: "GET",
      path: `/api/objects/${objectId}/floor-volumes`,
      personId: foremanId,
    })),
  check: checkFloorVolumes,
};
