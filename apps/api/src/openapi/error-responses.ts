import { errorBody, type ErrorCode } from "@stsphera/contracts";
import { DomainError } from "@stsphera/core";
import { errorBody as sayError } from "../errors.ts";
import { toSchema } from "./schemas.ts";

/** One error code per status as an example; several for 409. */
const EXAMPLES: Readonly<Record<number, { description: string; errors: readonly DomainError[] }>> = {
  401: {
    description: "The token is missing or not valid any more",
    errors: [new DomainError("unauthenticated")],
  },
  403: {
    description: "The right is missing",
    errors: [new DomainError("forbidden", { permission: "fact.confirm" })],
  },
  404: {
    description: "It does not exist, or this user may not see it",
    errors: [new DomainError("not_found")],
  },
  409: {
    description: "It conflicts with the stored state",
    errors: [
      new DomainError("version_conflict", { current: { version: 3 } }),
      new DomainError("invalid_transition", { allowed: ["active"] }),
      new DomainError("possible_duplicate", { current: { id: 77 } }),
      new DomainError("conflict"),
      new DomainError("in_progress"),
    ],
  },
  413: { description: "The body is over 1 MB", errors: [new DomainError("payload_too_large")] },
  415: { description: "The body is not JSON", errors: [new DomainError("unsupported_media_type")] },
  422: {
    description: "Some fields are wrong",
    errors: [
      new DomainError("validation_failed", {
        fields: [{ path: "quantity", reason: "quantity_format", message: "" }],
      }),
      new DomainError("idempotency_mismatch"),
    ],
  },
  429: {
    description: "Too many requests",
    errors: [new DomainError("rate_limited", { values: { seconds: 1 } })],
  },
  503: { description: "The database is temporarily unavailable", errors: [new DomainError("unavailable")] },
};

const REQUEST_ID = "6e2f0a51-3c0c-4f0e-9d0e-0b6a4f6f2c11";
const RETRY = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };

/** Descriptions of the error answers with these statuses. */
export function errorResponses(statuses: readonly number[]): Record<string, unknown> {
  return Object.fromEntries(statuses.map((status) => [status, describe(status)]));
}

function describe(status: number): Record<string, unknown> {
  const { description, errors } = EXAMPLES[status] ?? { description: "Refused", errors: [] };
  const examples = errors.map((error): [ErrorCode, unknown] => [
    error.code,
    { value: sayError(error, "ru", REQUEST_ID) },
  ]);
  return {
    description,
    ...(status === 429 || status === 503 ? { headers: RETRY } : {}),
    content: {
      "application/json": { schema: toSchema(errorBody, "output"), examples: Object.fromEntries(examples) },
    },
  };
}
