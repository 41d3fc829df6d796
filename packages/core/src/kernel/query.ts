import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";
import type { Context } from "./context.ts";
import { forbidden } from "./errors.ts";
import { parseInput } from "./input.ts";
import { assertObjectOfList } from "./object-of-list.ts";

export type QueryDefinition<S extends z.ZodType, A> = {
  name: string;
  permissions: readonly Permission[];
  input: S;
  /** Reads with at most two statements; rights are checked in SQL or by `can()`. */
  read: (ctx: Context, input: z.output<S>) => Promise<A>;
};

export type Query<S extends z.ZodType = z.ZodType, A = unknown> = {
  kind: "query";
  name: string;
  permissions: readonly Permission[];
  input: S;
  run(ctx: Context, input: z.input<S>): Promise<A>;
};

/** Defines one reading use-case, run outside a transaction. */
export function query<S extends z.ZodType, A>(definition: QueryDefinition<S, A>): Query<S, A> {
  return {
    kind: "query",
    name: definition.name,
    permissions: definition.permissions,
    input: definition.input,
    async run(ctx, rawInput) {
      if (ctx.actor.kind === "user" && ctx.actor.status !== "active") throw forbidden();
      const input = parseInput(definition.input, rawInput);
      const answer = await definition.read(ctx, input);
      await assertObjectOfList(ctx, input, answer);
      return answer;
    },
  };
}
