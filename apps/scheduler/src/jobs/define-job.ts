import type { AnchorStore } from "@stsphera/core/maintenance";
import type { Database } from "@stsphera/db";
import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";

export type JobDeps = {
  db: Database;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
  /** What vouches for the audit chain from outside the database. */
  anchors: AnchorStore;
};

/** What a job did, in numbers, for the log. */
export type JobReport = Readonly<Record<string, number | string | null>>;

/** A job of the calendar: when it runs and what it may, apart from how it works. */
export type JobDefinition<S extends z.ZodType = z.ZodType> = {
  name: string;
  /** Five fields of cron, in the job's time zone. */
  cron: string;
  /** IANA time zone. */
  timeZone: string;
  payload: S;
  /** What the job may do as an actor of the system. */
  permissions: readonly Permission[];
  work: (deps: JobDeps, payload: z.output<S>) => Promise<JobReport>;
};

/** Keeps the payload's type next to its schema. */
export function defineJob<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition {
  return { ...definition, work: (deps, payload) => definition.work(deps, definition.payload.parse(payload)) };
}
