import type { DomainError } from "@stsphera/core";
import type { ErrorCode } from "@stsphera/contracts";
import { isRefusalCode } from "@stsphera/contracts/refusals";
import { card, type RenderedMessage } from "@stsphera/telegram";
import { menuButton, press } from "./buttons.ts";
import { asTitle, lackingWords, refusalWords, wordsOfError } from "./refusal-words.ts";
import { packRetry } from "./retry.ts";
import type { Turn } from "./turn.ts";

type Render = (turn: Turn, error: DomainError) => RenderedMessage;

/** A message with a title, a text and a menu button. */
function notice(turn: Turn, title: string, text: string | null): RenderedMessage {
  return { text: card(title, [text]), buttons: [[menuButton(turn.t)]] };
}

/** The dictionary text of the refusal; null when the error has no sentence of its own beyond its code. */
function specificMessage(turn: Turn, error: DomainError): RenderedMessage | null {
  const words = wordsOfError(turn, error);
  return words === null ? null : notice(turn, asTitle(words), null);
}

function forbidden(turn: Turn, error: DomainError): RenderedMessage {
  const { what, whoCan } = lackingWords(turn, error);
  return notice(turn, what, whoCan);
}

const changed: Render = (turn, error) =>
  specificMessage(turn, error) ?? notice(turn, turn.t("error.conflict.title"), turn.t("error.conflict.text"));
const failed: Render = (turn) => unknownError(turn);

/** Lists every invalid field once, with the text of its reason. */
function validation(turn: Turn, { details }: DomainError): RenderedMessage {
  const reasons = (details.fields ?? []).map(({ reason }) => (isRefusalCode(reason) ? reason : "custom"));
  const words = reasons.map((reason) => refusalWords(turn, reason, details.values));
  return notice(turn, turn.t("error.validation"), [...new Set(words)].join(". "));
}

/** The user's message for each error code; a feature with a more specific answer handles the error earlier. */
const MESSAGES = {
  unauthenticated: failed,
  forbidden,
  not_found: (turn) => notice(turn, turn.t("error.not_found.title"), turn.t("error.not_found.text")),
  validation_failed: validation,
  invalid_transition: changed,
  version_conflict: changed,
  conflict: changed,
  possible_duplicate: changed,
  idempotency_mismatch: (turn) => notice(turn, turn.t("error.double"), null),
  in_progress: (turn) => notice(turn, turn.t("error.too_fast"), null),
  payload_too_large: (turn) => notice(turn, turn.t("error.file.title"), turn.t("error.file.text")),
  unsupported_media_type: (turn) => notice(turn, turn.t("error.file.title"), turn.t("error.file.text")),
  rate_limited: (turn) => notice(turn, turn.t("error.too_fast"), null),
  unavailable: (turn) => notice(turn, turn.t("error.unavailable"), null),
  internal: failed,
} satisfies Record<ErrorCode, Render>;

export function domainErrorMessage(turn: Turn, error: DomainError): RenderedMessage {
  return MESSAGES[error.code](turn, error);
}

/** The message for an unexpected error, with a code that finds it in the logs. */
export function unknownError(turn: Turn): RenderedMessage {
  const { t, requestId: code } = turn;
  const { support } = turn.services;
  const text =
    support === null ? t("error.unknown.text", { code }) : t("error.unknown.text_support", { code, support });
  const retry = press(t("button.retry"), packRetry(turn.update.update_id));
  return { text: card(t("error.unknown.title"), [text]), buttons: [[retry]] };
}
