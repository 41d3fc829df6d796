import type { Actor, Relation } from "@stsphera/rbac";

type Ids = number | null | undefined | readonly (number | null | undefined)[];

/**
 * What a move is judged over: how a thing stands, not its row. The same machine therefore serves things without an
 * object (people), with a state that is derived (entries of the ledger), and without a version (quantities).
 */
export type Case<S extends string = string> = {
  /** The object whose roles count; null for a thing of the company. */
  readonly objectId: number | null;
  readonly state: S;
  /** Ids of the people who stand in a relation to the thing. */
  readonly ties: Readonly<Partial<Record<Relation, Ids>>>;
  /** Whose own work it is: what they did is judged neither by them nor by anybody in their place. */
  readonly doers: readonly number[];
};

const includes = (ids: Ids, personId: number): boolean =>
  Array.isArray(ids) ? ids.includes(personId) : ids === personId;

/** The relations in which the actor stands to the thing. A job stands in none. */
export function relationsOf(actor: Actor, { ties }: Pick<Case, "ties">): readonly Relation[] {
  if (actor.kind !== "user") return [];
  const entries = Object.entries(ties) as [Relation, Ids][];
  return entries.filter(([, ids]) => includes(ids, actor.id)).map(([relation]) => relation);
}
