import type { Change, DomainEvent } from "../../kernel/index.ts";

/** Whose rights were reduced: on one object, or with null in the company. */
export type Loss = { userId: number; objectId: number | null };

/** What was ended, each with its audit row and its event. */
export type Ended = { changes: Change[]; events: DomainEvent[] };

/** How the audit log records what ends with a lost right: a step of the system, without a principal. */
export const BY_RIGHTS_LOST = {
  by: "system:rights_lost",
  onBehalfOf: null,
} as const satisfies Pick<Change, "by" | "onBehalfOf">;
