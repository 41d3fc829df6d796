import { ApiError } from "./api-error.ts";

type Field = { readonly path: string; readonly message: string };

function fieldsOf(error: ApiError): Field[] {
  const { details } = error.details;
  return Array.isArray(details)
    ? (details as Field[]).filter((field) => typeof field?.message === "string")
    : [];
}

/** What to tell a person of a failure: what is wrong with the fields when the server names them, else its sentence. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  const fields = fieldsOf(error).map((field) => field.message);
  return fields.length > 0 ? [...new Set(fields)].join(". ") : error.message;
}

/** True when the server refused this very field. */
export function refusesField(error: unknown, path: string): boolean {
  return error instanceof ApiError && fieldsOf(error).some((field) => field.path === path);
}
