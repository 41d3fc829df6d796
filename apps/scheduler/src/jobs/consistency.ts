import type { SystemActor } from "@stsphera/rbac";

/** Who mends derived rows: the records of the audit log name this job. */
export const CONSISTENCY: SystemActor = {
  kind: "system",
  job: "consistency",
  permissions: ["volume.edit", "settings.manage"],
};
