import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";
import type { Command, Context } from "./kernel/index.ts";
import * as sums from "./domains/facts/maintenance/verbs.ts";
import * as published from "./verbs.ts";

type Verb = {
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never): Promise<unknown>;
};

export type AnyCommand = Verb & Pick<Command, "kind" | "quiet" | "gives" | "lifecycle">;
export type AnyQuery = Verb & { kind: "query" };

const isVerb = (value: unknown): value is AnyCommand | AnyQuery =>
  typeof value === "object" && value !== null && "kind" in value && "run" in value;
// Verbs of jobs are imported by a path of their own.
const VERBS = Object.values<unknown>({ ...published, ...sums }).filter(isVerb);

/** Every writing use-case. The generated tests of rights and of the audit log iterate over this list. */
export const COMMANDS: readonly AnyCommand[] = VERBS.filter((verb) => verb.kind === "command");

/** Every reading use-case. */
export const QUERIES: readonly AnyQuery[] = VERBS.filter((verb) => verb.kind === "query");
