import { currentLocale } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { ApiError, NetworkError, WordedRefusal } from "./api-error.ts";
import { isAway } from "./passing.ts";

type Field = { readonly path: string; readonly message: string };

function fieldsOf(error: ApiError): Field[] {
  const { details } = error.details;
  return Array.isArray(details)
    ? (details as Field[]).filter((field) => typeof field?.message === "string")
    : [];
}

/**
 * What to tell a person of a failure: what is wrong with the fields when the server names them, else its sentence; of
 * silence we speak ourselves.
 */
export function errorSentence(error: unknown): string {
  const words = shellWords[currentLocale()];
  if (error instanceof NetworkError) return words.offline.again;
  if (isAway(error)) return words.error.again;
  // What the browser, or something before the server, says is in no language of ours.
  if (!(error instanceof ApiError)) return words.error.failed;
  if (error.requestId === "" && !(error instanceof WordedRefusal)) return words.error.failed;
  const fields = fieldsOf(error).map((field) => field.message);
  return fields.length > 0 ? [...new Set(fields)].join(". ") : error.message;
}

/** True when the server refused this very field. */
export function refusesField(error: unknown, path: string): boolean {
  return error instanceof ApiError && fieldsOf(error).some((field) => field.path === path);
}
