import type { ErrorBody, ErrorCode, FieldProblem, Locale } from "@stsphera/contracts";
import { errorText, isRefusalCode, lackingText, refusalText } from "@stsphera/contracts/refusals";
import {
  DomainError,
  isDatabaseAway,
  isDatabaseBusy,
  isStatementTooLong,
  type RefusedField,
} from "@stsphera/core";
import { type Actor, isGranting, whoCan } from "@stsphera/rbac";
import type { Logger } from "@stsphera/service";
import { translator } from "@stsphera/telegram";
import type { HttpContext } from "./deps.ts";
import { json } from "./http/answer.ts";
import { acceptedLocale, shownLocale } from "./http/accepted-locale.ts";
import { isUnfitValue } from "./service/unfit-value.ts";

type Answer = { status: number; headers?: Readonly<Record<string, string>> };

/** HTTP status of each error code of the domain. */
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

/** The answer to any thrown value. An unexpected error is logged with the request id and reveals no details. */
export function answerError(c: HttpContext, thrown: unknown, log: Logger): Response {
  const error = asDomainError(thrown);
  const { requestId } = c.var;
  if (!(thrown instanceof DomainError))
    log.error({ requestId, route: c.var.route, err: thrown }, "request failed");
  const { status, headers }: Answer = ANSWERS[error.code];
  const retry: Answer["headers"] =
    error.code === "rate_limited" ? { "Retry-After": String(error.details.values?.["seconds"] ?? 1) } : {};
  return json(c, status, errorBody(error, localeOf(c), requestId, isDeputy(c)), { ...headers, ...retry });
}

/** `deputy`: the caller is a deputy, so the message must explain that some rights are not lent. */
export function errorBody(error: DomainError, locale: Locale, requestId: string, deputy = false): ErrorBody {
  const { permission, allowed, current, fields } = error.details;
  return {
    error: {
      code: error.code,
      message: messageOf(error, locale, deputy),
      requestId,
      ...(permission === undefined ? {} : { permission }),
      ...(allowed === undefined ? {} : { allowed: [...allowed] }),
      ...(current === undefined ? {} : { current }),
      ...(fields === undefined ? {} : { details: fields.map((field) => withMessage(field, locale, error)) }),
    },
  };
}

function messageOf({ code, details }: DomainError, locale: Locale, deputy: boolean): string {
  const { sentence, values, permission } = details;
  if (sentence !== undefined) return refusalText(sentence, locale, values);
  if (permission === undefined) return errorText(code, locale, values);
  const who = whoCan(permission).map((role) => translator(locale)(`role_short.${role}`));
  const notLent = deputy && isGranting(permission);
  const { what, whoCan: others } = lackingText(permission, locale, { who: who.join(", "), notLent });
  return `${what}. ${others}`;
}

/** Adds a readable message to a field; a reason that comes from zod itself is shown as a wrong value. */
function withMessage(
  { path, reason, values: own }: RefusedField,
  locale: Locale,
  { details }: DomainError,
): FieldProblem {
  const known = isRefusalCode(reason) ? reason : "custom";
  return { path, reason, message: refusalText(known, locale, own ?? details.values) };
}

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (isDatabaseAway(thrown)) return new DomainError("unavailable");
  if (isDatabaseBusy(thrown)) return new DomainError("unavailable", { sentence: "data_busy" });
  if (isStatementTooLong(thrown)) return new DomainError("unavailable", { sentence: "too_slow" });
  return new DomainError(isUnfitValue(thrown) ? "validation_failed" : "internal");
}

/** Undefined before sign-in. */
const userOf = (c: HttpContext): Extract<Actor, { kind: "user" }> | undefined => c.get("actor");

const isDeputy = (c: HttpContext): boolean => (userOf(c)?.deputyFor ?? []).length > 0;

function localeOf(c: HttpContext): Locale {
  const asked = c.req.header("accept-language");
  // A phone may show another language than the account's: its errors are read in that one.
  return shownLocale(asked) ?? userOf(c)?.locale ?? acceptedLocale(asked);
}
