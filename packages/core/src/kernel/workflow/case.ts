import type { Actor, Relation } from "@stsphera/rbac";

type Ids = number | null | undefined | readonly (number | null | undefined)[];

/**
 * What a move is judged by: the state and ties of a thing, independent of its row. So one engine serves things
 * without an object (people), with a derived state (ledger entries) and without a version (quantities).
 */
export type Case<S extends string = string> = {
  /** The object whose roles count; null for a thing of the company as a whole. */
  readonly objectId: number | null;
  readonly state: S;
  /** Ids of the users who stand in a relation to the thing. */
  readonly ties: Readonly<Partial<Record<Relation, Ids>>>;
  /** Users whose work this is: neither they nor their deputies may judge it. */
  readonly doers: readonly number[];
};

const includes = (ids: Ids, personId: number): boolean =>
  Array.isArray(ids) ? ids.includes(personId) : ids === personId;

/** The relations of the actor to the thing. A job has none. */
export function relationsOf(actor: Actor, { ties }: Pick<Case, "ties">): readonly Relation[] {
  if (actor.kind !== "user") return [];
  const entries = Object.entries(ties) as [Relation, Ids][];
  return entries.filter(([, ids]) => includes(ids, actor.id)).map(([relation]) => relation);
}
