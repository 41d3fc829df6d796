import type { ErrorBody, ErrorCode, FieldProblem, Locale } from "@stsphera/contracts";
import { DomainError, isDatabaseAway } from "@stsphera/core";
import { type Actor, isGranting, whoCan } from "@stsphera/rbac";
import type { Logger } from "@stsphera/service";
import type { HttpContext } from "./deps.ts";
import { json } from "./http/answer.ts";
import { acceptedLocale, fill, textsOf } from "./locales/choose.ts";
import type { Texts } from "./locales/texts.ts";
import { isUnfitValue } from "./service/unfit-value.ts";

type Answer = { status: number; headers?: Readonly<Record<string, string>> };

/** How each code of the domain is said in HTTP. */
const ANSWERS = {
  unauthenticated: { status: 401, headers: { "WWW-Authenticate": "Bearer" } },
  forbidden: { status: 403 },
  not_found: { status: 404 },
  validation_failed: { status: 422 },
  invalid_transition: { status: 409 },
  version_conflict: { status: 409 },
  conflict: { status: 409 },
  possible_duplicate: { status: 409 },
  idempotency_mismatch: { status: 422 },
  in_progress: { status: 409, headers: { "Retry-After": "1" } },
  payload_too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  rate_limited: { status: 429 },
  unavailable: { status: 503, headers: { "Retry-After": "5" } },
  internal: { status: 500 },
} as const satisfies Record<ErrorCode, Answer>;

/** The answer for whatever was thrown. What nobody foresaw is logged with the request's id and says nothing of itself. */
export function answerError(c: HttpContext, thrown: unknown, log: Logger): Response {
  const error = asDomainError(thrown);
  const { requestId } = c.var;
  if (!(thrown instanceof DomainError))
    log.error({ requestId, route: c.var.route, err: thrown }, "request failed");
  const { status, headers }: Answer = ANSWERS[error.code];
  const retry: Answer["headers"] =
    error.code === "rate_limited" ? { "Retry-After": String(error.details.values?.["seconds"] ?? 1) } : {};
  return json(c, status, errorBody(error, localeOf(c), requestId, standsIn(c)), { ...headers, ...retry });
}

/** `deputy`: whether the asker stands in for somebody, and must know that some rights are not lent. */
export function errorBody(error: DomainError, locale: Locale, requestId: string, deputy = false): ErrorBody {
  const texts = textsOf(locale);
  const { permission, allowed, current, fields } = error.details;
  return {
    error: {
      code: error.code,
      message: messageOf(error, texts, deputy),
      requestId,
      ...(permission === undefined ? {} : { permission }),
      ...(allowed === undefined ? {} : { allowed: [...allowed] }),
      ...(current === undefined ? {} : { current }),
      ...(fields === undefined ? {} : { details: fields.map((field) => inWords(field, texts, error)) }),
    },
  };
}

function messageOf(error: DomainError, texts: Texts, deputy: boolean): string {
  const { sentence = "", values, permission } = error.details;
  const exact = texts.sentences[sentence] ?? texts.reasons[sentence];
  if (exact !== undefined) return fill(exact, values);
  if (permission === undefined) return fill(texts.codes[error.code], values);
  const who = whoCan(permission)
    .map((role) => texts.roles[role])
    .join(", ");
  const action = texts.permissions[permission];
  const lacking =
    action === undefined ? fill(texts.lackingPlain, { who }) : fill(texts.lacking, { action, who });
  return deputy && isGranting(permission) ? `${lacking} ${texts.notLent}` : lacking;
}

function inWords(field: FieldProblem, texts: Texts, error: DomainError): FieldProblem {
  const text = texts.reasons[field.reason] ?? texts.sentences[field.reason] ?? texts.reasons["custom"];
  return { ...field, message: fill(text ?? field.message, error.details.values) };
}

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isDatabaseAway(thrown)) return new DomainError("unavailable");
  return new DomainError(isUnfitValue(thrown) ? "validation_failed" : "internal");
}

/** Nobody is known before the sign-in. */
const askerOf = (c: HttpContext): Extract<Actor, { kind: "user" }> | undefined => c.get("actor");

const standsIn = (c: HttpContext): boolean => (askerOf(c)?.deputyFor ?? []).length > 0;

function localeOf(c: HttpContext): Locale {
  return askerOf(c)?.locale ?? acceptedLocale(c.req.header("accept-language"));
}
