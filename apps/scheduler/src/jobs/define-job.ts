import type { AnchorStore } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import type { Permission } from "@stsphera/rbac";
import type { Storage } from "@stsphera/storage";
import type { z } from "zod";

export type JobDeps = {
  db: Database;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
  /** Anchors of the audit chain stored outside the database. */
  anchors: AnchorStore;
  store: Pick<Storage, "list" | "delete">;
};

/** What a job did, as numbers for the log. */
export type JobReport = Readonly<Record<string, number | string | null>>;

/** A scheduled job: when it runs and what it may do, separate from how it works. */
export type JobDefinition<S extends z.ZodType = z.ZodType> = {
  name: string;
  /** Cron expression with five fields, in the job's time zone. */
  cron: string;
  /** IANA time zone. */
  timeZone: string;
  payload: S;
  /** Permissions of the job as a system actor. */
  permissions: readonly Permission[];
  work: (deps: JobDeps, payload: z.output<S>) => Promise<JobReport>;
};

/** Binds the type of the payload to its schema. */
export function defineJob<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition {
  return { ...definition, work: (deps, payload) => definition.work(deps, definition.payload.parse(payload)) };
}
