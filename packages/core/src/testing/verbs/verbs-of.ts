import type { UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { RunCase, VerbCase } from "./verb-case.ts";

/** The owner and the object of the things to be made. */
export type ThingsOf = { world: World; author: UserActor; objectId: number };

export type VerbsDefinition<T> = {
  cases: Readonly<Record<string, VerbCase<T>>>;
  /** Prepares, once, the data for reads. Domains listed before in `verb-cases.ts` are already prepared. */
  prepare?: (prepared: PreparedWorld) => Promise<T>;
  /** The same data, but belonging to the given user. */
  own?: (prepared: PreparedWorld, actor: UserActor, made: T) => Promise<T>;
  /** Inserts hundreds of rows for lists and dozens for cards, directly by SQL. */
  grow?: (grown: { prepared: PreparedWorld; reader: UserActor; made: T }) => Promise<void>;
  /** Which ids of `thingsOn` an array field of a request takes: `{ tasks: ["taskId"] }`. */
  ids?: Readonly<Record<string, readonly string[]>>;
  /** Creates one of each thing; returns ids by the names of request fields. */
  thingsOn?: (at: ThingsOf) => Promise<Readonly<Record<string, number>>>;
};

/** The cases of a domain's verbs as the generated tests run them. */
export type VerbsOf<T = unknown> = Pick<VerbsDefinition<T>, "thingsOn"> & {
  cases: Readonly<Record<string, RunCase>>;
  ids: Readonly<Record<string, readonly string[]>>;
  /** What was prepared for them in this world. */
  of(prepared: PreparedWorld): T;
  prepare(prepared: PreparedWorld): Promise<T>;
  own(prepared: PreparedWorld, actor: UserActor): Promise<T>;
  grow(prepared: PreparedWorld, reader: UserActor): Promise<void>;
};

/** The cases of a domain's verbs with their preparation; registered by a line in `verb-cases.ts`. */
export function verbsOf<T = void>(definition: VerbsDefinition<T>): VerbsOf<T> {
  const { prepare, own, grow, ids = {}, thingsOn } = definition;
  const of = (prepared: PreparedWorld) => prepared.made.get(verbs) as T;
  const runCase = ({ input, ...its }: VerbCase<T>): RunCase => ({
    ...its,
    input: (at) => input({ ...at, made: of(at.prepared) }),
  });
  const verbs: VerbsOf<T> = {
    cases: Object.fromEntries(Object.entries(definition.cases).map(([name, its]) => [name, runCase(its)])),
    ids,
    ...(thingsOn === undefined ? {} : { thingsOn }),
    of,
    prepare: async (prepared) => prepare?.(prepared) as Promise<T>,
    own: async (prepared, actor) => own?.(prepared, actor, of(prepared)) ?? of(prepared),
    grow: async (prepared, reader) => grow?.({ prepared, reader, made: of(prepared) }),
  };
  return verbs;
}
