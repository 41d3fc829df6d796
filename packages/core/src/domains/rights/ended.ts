import type { Change, DomainEvent } from "../../kernel/index.ts";

/** Whose rights became less: on one object, or with null in the company. */
export type Loss = { userId: number; objectId: number | null };

/** What ended by it, each with its audit row and its event. */
export type Ended = { changes: Change[]; events: DomainEvent[] };

/** How the audit log names what ends with the right it came from: a step of the system, in nobody's name. */
export const BY_RIGHTS_LOST = {
  by: "system:rights_lost",
  onBehalfOf: null,
} as const satisfies Pick<Change, "by" | "onBehalfOf">;
