import type { FieldProblem } from "@stsphera/contracts";
import { cutText } from "@stsphera/contracts/format";
import type { z } from "zod";
import { DomainError } from "./errors.ts";

/** An answer names as many invalid fields, and of a name as many characters: what is sent must not multiply. */
const MOST_FIELDS = 200;
const LONGEST_PATH = 200;

/** Parses the input of a verb; throws validation_failed with path and reason of each invalid field, up to a limit. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, MOST_FIELDS).flatMap(problemsOf);
  throw new DomainError("validation_failed", { fields: fields.slice(0, MOST_FIELDS) });
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_FIELDS).map((key) => ({
      path: cutText(path === "" ? key : `${path}.${key}`, LONGEST_PATH),
      reason: "unknown_field",
      message: "unknown field",
    }));
  }
  const own = /^[a-z]+(_[a-z]+)+$/.test(issue.message);
  return [{ path, reason: own ? issue.message : issue.code, message: issue.message }];
}
