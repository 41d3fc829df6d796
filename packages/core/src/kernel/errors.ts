import type { ErrorCode, FieldProblem } from "@stsphera/contracts";
import { cutText } from "@stsphera/contracts/format";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Permission } from "@stsphera/rbac";

/** A field that is refused; `values` are those of its own sentence where several fields have different ones. */
export type RefusedField = FieldProblem & { values?: Record<string, string | number> };

export type ErrorDetails = {
  /** forbidden: the permission that is missing. */
  permission?: Permission;
  /** invalid_transition: states or moves that are allowed. */
  allowed?: readonly string[];
  /** version_conflict, possible_duplicate: the row as it is now. */
  current?: unknown;
  /** validation_failed: each field with its reason. */
  fields?: readonly RefusedField[];
  /** Any code: key of the message that tells the user what to do, with its values. */
  sentence?: RefusalCode;
  values?: Record<string, string | number>;
};

/** An answer names as many invalid fields, and of a name as many characters: what is sent must not multiply. */
const MOST_FIELDS = 200;
const LONGEST_PATH = 200;

/** The only error class of the domain; each transport maps its codes once. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.sentence ?? code);
    this.name = "DomainError";
    this.code = code;
    const { fields } = details;
    this.details = fields === undefined ? details : { ...details, fields: someOf(fields) };
  }
}

const someOf = (fields: readonly RefusedField[]): RefusedField[] =>
  fields.slice(0, MOST_FIELDS).map((one) => ({ ...one, path: cutText(one.path, LONGEST_PATH) }));

export const notFound = () => new DomainError("not_found");

/**
 * An id that no row has. What is loaded over another row is looked for under it where that one is absent: the answer then
 * takes the same statements as for a foreign row, and its time tells nobody which ids there are.
 */
export const NO_ROW = 0;
export const forbidden = (permission?: Permission, sentence?: RefusalCode) =>
  new DomainError("forbidden", {
    ...(permission === undefined ? {} : { permission }),
    ...(sentence === undefined ? {} : { sentence }),
  });

/** A validation error of one field for a rule that only the domain can check. */
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
