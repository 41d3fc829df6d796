import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Permission, Relation } from "@stsphera/rbac";

/** One audit row: what was and what is. */
export type Change = {
  entityType: string;
  entityId: number;
  objectId: number | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason?: string;
  /** `system:<rule>` for a step the system takes inside a person's command. */
  by?: `system:${string}`;
  /** The right it was done by, where a verb has several: says in whose name a deputy did it. */
  right?: { permission: Permission; relations?: readonly Relation[] };
  /** In whose name it was done, where the right alone does not say it; null in one's own. */
  onBehalfOf?: number | null;
};

/** What happened, for a person who must be told. */
export type DomainEvent = {
  type: EventType;
  objectId: number | null;
  entityType: string;
  entityId: number;
  payload: Record<string, unknown>;
};

export type NonEmpty<T> = [T, ...T[]];

/** What `execute` did; without a change it does not compile. */
export type Outcome<R> = { result: R; changes: NonEmpty<Change>; events: DomainEvent[] };

/** Turns a list that must have something into one that says so. */
export function nonEmpty<T>(items: readonly T[]): NonEmpty<T> {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("a command changed nothing");
  return [first, ...rest];
}
