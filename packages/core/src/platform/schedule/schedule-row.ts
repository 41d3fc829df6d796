import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";

export type ScheduleDeps = {
  db: Database;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
};

/** A row of the schedule that tells of what has become due: an event for each user or object, once a slot. */
export type DueRow = {
  /** Its name in claims and logs. */
  job: string;
  event: EventType;
  about: "user" | "object" | "task" | "gpr" | "supply";
  /** Further payload of the event. */
  payload?: Readonly<Record<string, string>>;
  /** It is still made up so many minutes later; after that its time has passed. */
  lateMinutes: number;
  /**
   * SQL of what becomes due around now: `object_id`, `user_id`, `entity_id` (of what the event is about), `slot`, the
   * `day` it concerns and the instant `at`. $1 is now, $2 the office's working days around it.
   */
  due: string;
};

/**
 * A row of the schedule that runs every so many minutes, in one of the schedulers. Its work finds by itself what is
 * due, so that a run that was killed is made up by the next.
 */
export type PacedRow<Deps extends ScheduleDeps = ScheduleDeps> = {
  /** Its name in claims and logs. */
  job: string;
  everyMinutes: number;
  /** Returns how much it did, for the log. */
  work: (deps: Deps) => Promise<Readonly<Record<string, number>>>;
};
