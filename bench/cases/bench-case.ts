import type { Sent } from "../processes/recording.ts";
import type { World } from "../world/world.ts";

export type Wish = {
  method: "GET" | "POST";
  path: string;
  /** Which page of a list is asked for, counted from 1; its cursor is found by walking there. */
  page?: number;
  /** Who asks; null for a request without a token. */
  personId: number | null;
  body?: string;
};

export type Targets = {
  /** Requests a second, at least this share of the floor's. */
  floor: number;
  /** Latency at size L, at most this many times that of size S. */
  growth: number;
  /** CPU a request, at most this many times the floor's. */
  cpu: number;
};

/** What the API must reach where a case says nothing else. */
export const READ_TARGETS: Targets = { floor: 0.6, growth: 1.3, cpu: 2.5 };

export type BenchCase = {
  name: string;
  status: number;
  targets: Targets;
  /** The requests that are sent in turn; at size L those of many objects. */
  wishes(world: World): Wish[] | Promise<Wish[]>;
  /** What is wrong with an answer, by a slow and obvious way to it. */
  check(world: World, wish: Wish, answer: unknown): Promise<string[]>;
  /** Runs on a copy of the database. */
  writes?: {
    /** Sends an Idempotency-Key with every request. */
    keyed: boolean;
    /** What must be new in every replay of the statements, found in a recording. */
    unique(sent: readonly Sent[], key: string | undefined): string;
    /** Statements that keep the rollups, for a floor without them. */
    rollups?: RegExp;
  };
};
