import type { FieldProblem } from "@stsphera/contracts";
import type { z } from "zod";
import { DomainError } from "./errors.ts";

/** Parses the input of a verb; throws validation_failed with path and reason of each invalid field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError("validation_failed", { fields: parsed.error.issues.flatMap(problemsOf) });
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: path === "" ? key : `${path}.${key}`,
      reason: "unknown_field",
      message: "unknown field",
    }));
  }
  const own = /^[a-z]+(_[a-z]+)+$/.test(issue.message);
  return [{ path, reason: own ? issue.message : issue.code, message: issue.message }];
}
