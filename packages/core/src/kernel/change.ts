import type { EventType } from "@stsphera/contracts/vocabulary";
import type { Permission, Relation } from "@stsphera/rbac";

/** One audit row: the values before and after. */
export type Change = {
  entityType: string;
  entityId: number;
  objectId: number | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason?: string;
  /** `system:<rule>` for a step that the system takes inside a user's command. */
  by?: `system:${string}`;
  /** The right used, where a verb has several; it decides whose deputy the actor was. */
  right?: { permission: Permission; relations?: readonly Relation[] };
  /**
   * The principal the actor stood in for, where `right` alone does not tell; null when the actor acted for
   * themselves.
   */
  onBehalfOf?: number | null;
};

/** An event for the outbox, from which users are notified. */
export type DomainEvent = {
  type: EventType;
  objectId: number | null;
  entityType: string;
  entityId: number;
  payload: Record<string, unknown>;
};

export type NonEmpty<T> = [T, ...T[]];

/** What `execute` returns; a command without a change does not compile. */
export type Outcome<R> = { result: R; changes: NonEmpty<Change>; events: DomainEvent[] };

/** Narrows an array to a non-empty one; throws when it is empty. */
export function nonEmpty<T>(items: readonly T[]): NonEmpty<T> {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("a command changed nothing");
  return [first, ...rest];
}
