import type { TaskPriority } from "@stsphera/contracts";
import type { Department } from "@stsphera/rbac";
import type { Facade, Floor } from "./block-b.ts";
import type { PersonCode } from "./people.ts";
import type { Work } from "./work-plan.ts";

/** A shift, counted back from the day of seeding, and a wall clock time. */
export type When = readonly [shift: number, clock: string];

/** Working days overdue, of the object or of the office · calendar days ahead · a shift plus calendar days. */
export type TaskDay =
  | { late: number }
  | { officeLate: number }
  | { ahead: number }
  | { shift: number; after?: number };

/** An action on a task after its creation; `photos` is the number of photos sent with it. */
export type Step = { at: When; by: PersonCode; photos?: number } & (
  | { to: "in_progress" | "review" | "done" | "cancelled"; reason?: string }
  | { to: "blocked"; reason: string; blocker: PersonCode }
  | { says: string; mentions?: readonly PersonCode[] }
  | { asks: TaskDay; reason: string }
  | { agrees: true }
);

export type StoryTask = {
  no: number;
  title: string;
  text?: string;
  at: When;
  by: PersonCode;
  /** The assignee; unassigned by default. */
  to?: PersonCode;
  deadline: TaskDay;
  priority?: TaskPriority;
  department: Department;
  requiredPhotos?: number;
  checklist?: readonly string[];
  /** Where its photos are taken. */
  place?: { facade: Facade; floor: Floor; work: Work };
  steps?: readonly Step[];
};

/** Key of the photos of a step, the same on every day of seeding. */
export const stepKey = (task: StoryTask, step: Step): string => `task ${task.no} ${step.at.join(" ")}`;
