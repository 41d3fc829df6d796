import type { SystemActor } from "@stsphera/rbac";

/** The actor of repairs: audit rows name this job. */
export const CONSISTENCY: SystemActor = {
  kind: "system",
  job: "consistency",
  permissions: ["volume.edit", "settings.manage"],
};
