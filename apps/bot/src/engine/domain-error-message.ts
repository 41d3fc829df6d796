import type { DomainError } from "@stsphera/core";
import type { ErrorCode } from "@stsphera/contracts";
import { isGranting, type Permission, whoCan } from "@stsphera/rbac";
import { card, type RenderedMessage, translator } from "@stsphera/telegram";
import type { BotKey } from "../locales/i18n.ts";
import { menuButton, press } from "./buttons.ts";
import { packRetry } from "./retry.ts";
import type { Turn } from "./turn.ts";

type Render = (turn: Turn, error: DomainError) => RenderedMessage;

const ACTIONS: Partial<Record<Permission, BotKey>> = {
  "fact.enter": "action.fact.enter",
  "fact.reverse": "action.fact.reverse",
  "fact.view": "action.fact.view",
  "users.manage": "action.users.manage",
  "roles.manage": "action.users.manage",
  view_as: "action.view_as",
  "task.create": "action.task.create",
  "object.create": "action.object.create",
  "object.team": "action.object.team",
  "object.invite": "action.object.team",
  "delegation.object": "action.delegation.object",
};

/** A card with a title, a sentence and the way to the menu. */
function notice(turn: Turn, title: string, text: string | null): RenderedMessage {
  return { text: card(title, [text]), buttons: [[menuButton(turn.t)]] };
}

function forbidden(turn: Turn, error: DomainError): RenderedMessage {
  const { t } = turn;
  if (error.details.sentence === "own_crew_only")
    return notice(turn, t("error.forbidden.title_plain"), t("fact.own_crew"));
  const permission = error.details.permission;
  const action = permission === undefined ? undefined : ACTIONS[permission];
  const title =
    action === undefined
      ? t("error.forbidden.title_plain")
      : t("error.forbidden.title", { action: t(action) });
  if (permission === undefined) return notice(turn, title, null);
  const who = whoCan(permission).map((role) => translator(turn.locale)(`role.${role}`));
  const said = t("error.forbidden.who", { who: who.join(", ") });
  const deputy = (turn.actor?.deputyFor ?? []).length > 0;
  const lent = deputy && isGranting(permission) ? ` ${t("error.forbidden.not_lent")}` : "";
  return notice(turn, title, `${said}${lent}`);
}

/** What stands in the way, where it is not that somebody was quicker. */
const OBSTACLES: Readonly<Record<string, BotKey>> = { object_is_over: "error.object_over" };

const changed: Render = (turn, { details }) => {
  const obstacle = OBSTACLES[details.sentence ?? ""];
  if (obstacle !== undefined) return notice(turn, turn.t(obstacle), null);
  return notice(turn, turn.t("error.conflict.title"), turn.t("error.conflict.text"));
};
const failed: Render = (turn) => unknownError(turn);

function validation(turn: Turn, error: DomainError): RenderedMessage {
  const fields = (error.details.fields ?? []).map((field) => field.path).join(", ");
  return notice(turn, turn.t("error.validation", { fields }), null);
}

/** What a person reads of an error of the domain; a feature that knows better answers before it comes here. */
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

/** Something broke that nobody foresaw; the code finds it in the logs. */
export function unknownError(turn: Turn): RenderedMessage {
  const { t, requestId: code } = turn;
  const { support } = turn.services;
  const text =
    support === null ? t("error.unknown.text", { code }) : t("error.unknown.text_support", { code, support });
  const retry = press(t("button.retry"), packRetry(turn.update.update_id));
  return { text: card(t("error.unknown.title"), [text]), buttons: [[retry]] };
}
