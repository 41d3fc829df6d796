import type { ErrorCode, FieldProblem } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Permission } from "@stsphera/rbac";

export type ErrorDetails = {
  /** forbidden: the permission that is missing. */
  permission?: Permission;
  /** invalid_transition: states that may follow. */
  allowed?: readonly string[];
  /** version_conflict, possible_duplicate: what stands now. */
  current?: unknown;
  /** validation_failed: each field with its reason. */
  fields?: readonly FieldProblem[];
  /** Any code: key of a sentence that says what to do, with its values. */
  sentence?: RefusalCode;
  values?: Record<string, string | number>;
};

/** The one error of the domain; each transport maps its codes once. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.sentence ?? code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

export const notFound = () => new DomainError("not_found");
export const forbidden = (permission?: Permission, sentence?: RefusalCode) =>
  new DomainError("forbidden", {
    ...(permission === undefined ? {} : { permission }),
    ...(sentence === undefined ? {} : { sentence }),
  });

/** One field that breaks a rule only the domain can judge. */
export function invalidField(
  path: string,
  reason: RefusalCode,
  values?: Record<string, string | number>,
): DomainError {
  return new DomainError("validation_failed", {
    fields: [{ path, reason, message: reason }],
    sentence: reason,
    ...(values === undefined ? {} : { values }),
  });
}
