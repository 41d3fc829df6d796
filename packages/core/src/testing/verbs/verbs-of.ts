import type { UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { RunCase, VerbCase } from "./verb-case.ts";

/** Whose things are made, and where. */
export type ThingsOf = { world: World; author: UserActor; objectId: number };

export type VerbsDefinition<T> = {
  cases: Readonly<Record<string, VerbCase<T>>>;
  /** Makes, once, what reads are asked about. What stands above it in `verb-cases.ts` has been made then. */
  prepare?: (prepared: PreparedWorld) => Promise<T>;
  /** The same as it is where the things are the person's own. */
  own?: (prepared: PreparedWorld, actor: UserActor, made: T) => Promise<T>;
  /** Makes hundreds of what lists show and dozens of what a card does, straight in SQL. */
  grow?: (grown: { prepared: PreparedWorld; reader: UserActor; made: T }) => Promise<void>;
  /** Where the things stand that a field of a request names by their ids: `{ tasks: ["taskId"] }`. */
  ids?: Readonly<Record<string, readonly string[]>>;
  /** Makes one of each of the things: their ids by the names under which requests carry them. */
  thingsOn?: (at: ThingsOf) => Promise<Readonly<Record<string, number>>>;
};

/** The cases of a domain's verbs as the generated tests run them. */
export type VerbsOf<T = unknown> = Pick<VerbsDefinition<T>, "thingsOn"> & {
  cases: Readonly<Record<string, RunCase>>;
  ids: Readonly<Record<string, readonly string[]>>;
  /** What was made for them in this world. */
  of(prepared: PreparedWorld): T;
  prepare(prepared: PreparedWorld): Promise<T>;
  own(prepared: PreparedWorld, actor: UserActor): Promise<T>;
  grow(prepared: PreparedWorld, reader: UserActor): Promise<void>;
};

/** The cases of the verbs of a domain, with all that they need in the world; registered by a line in `verb-cases.ts`. */
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
