import type { Made } from "../processes/script.ts";
import type { Sent } from "../processes/recording.ts";
import type { World } from "../world/world.ts";

export type Wish = {
  method: "GET" | "POST";
  path: string;
  /** Page of the list, counted from 1; its cursor is found by walking there. */
  page?: number;
  /** The user who sends it; null for a request without a token. */
  personId: number | null;
  body?: string;
};

export type Targets = {
  /**
   * Requests per second, as a minimal share of the floor's. The floor is a bare server that sends the same statements.
   */
  floor: number;
  /** Latency at size L, as a maximal multiple of that at size S. */
  growth: number;
  /** CPU per request, as a maximal multiple of the floor's. */
  cpu: number;
};

/** Default targets of a case. */
export const READ_TARGETS: Targets = { floor: 0.6, growth: 1.3, cpu: 2.5 };

export type BenchCase = {
  name: string;
  status: number;
  targets: Targets;
  /** Makes what the case needs; it then runs on a copy of the database. */
  prepare?(world: World): Promise<void>;
  /** The requests to send in turn; at size L for many objects. */
  wishes(world: World): Wish[] | Promise<Wish[]>;
  /** Differences between the answer and one computed in a slow, obvious way. */
  check(world: World, wish: Wish, answer: unknown): Promise<string[]>;
  /** Set for writes, which run on a copy of the database. */
  writes?: {
    /** True when every request has an Idempotency-Key. */
    keyed: boolean;
    /** The value that must be unique in every replay of the statements, found in a recording. */
    unique(sent: readonly Sent[], key: string | undefined): string;
    /** The id of the row that was made, from the answer, and the statements in which it may stand only once. */
    made?(answer: unknown): Made;
    /** Statements that keep the derived sums, for a floor without them. */
    rollups?: RegExp;
  };
};
