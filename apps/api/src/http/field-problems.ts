import { DomainError } from "@stsphera/core";
import type { z } from "zod";

/** A validation error with every invalid field, using the same reasons as the verbs. */
export function fieldProblems(error: z.core.$ZodError): DomainError {
  const fields = error.issues.flatMap((issue) => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path === "" ? key : `${path}.${key}`,
        reason: "unknown_field",
        message: "unknown_field",
      }));
    }
    return [{ path, reason: issue.code, message: issue.code }];
  });
  return new DomainError("validation_failed", { fields });
}
