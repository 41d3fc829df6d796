import { errorBody, type ErrorBody } from "@stsphera/contracts";
import type { Answer } from "./open-api.ts";

/** The error of an answer, checked against the contract. */
export function errorOf(answer: Answer): ErrorBody["error"] {
  return errorBody.parse(answer.body).error;
}

/** `422 validation_failed` and the like, for tables of tests. */
export function verdict(answer: Answer): string {
  return answer.status < 400 ? String(answer.status) : `${answer.status} ${errorOf(answer).code}`;
}

/** Paths and reasons of the invalid fields in an error. */
export function fieldsOf(answer: Answer): string[] {
  const details = errorOf(answer).details as { path: string; reason: string }[] | undefined;
  return (details ?? []).map(({ path, reason }) => `${path}: ${reason}`);
}
