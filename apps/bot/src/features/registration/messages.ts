import { renderAccessClosed, renderStartRefused } from "@stsphera/core/cards/people";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { CONSENT_BUTTONS, consentSentence } from "@stsphera/contracts/people/consent-sentence";
import type { Introduction } from "@stsphera/contracts";
import type { InvitationCard } from "@stsphera/core";
import { card, html, type Html, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { press } from "../../engine/buttons.ts";
import { personsToday } from "../../engine/days.ts";
import type { BotKey } from "../../locales/i18n.ts";
import type { Turn } from "../../engine/turn.ts";

export const BEGIN = "r:begin";
export const CHECK = "r:check";
export const RENAME = "r:rename";

/** What the invitation grants: object, role and crew; empty without an invitation. */
const inviteLines = ({ t, locale }: Turn, invite: InvitationCard | null): (Html | null)[] =>
  invite === null
    ? []
    : [
        line(t("start.pending.object"), invite.objectName),
        line(t("start.pending.role"), translator(locale)(`role.${invite.role}`)),
        line(t("start.pending.crew"), invite.crewName),
        line(t("start.pending.invited"), shortName(invite.invitedBy)),
      ];

export function newcomer(turn: Turn, invite: InvitationCard | null): RenderedMessage {
  const { t, locale, services } = turn;
  const consentUrl = `${services.publicUrl}/telegram/privacy`;
  const consent = html`${consentSentence("chat", locale)} <a href="${consentUrl}">${t("start.newcomer.consent_link")}</a>`;
  return {
    text: card(t("start.newcomer.title"), [
      ...inviteLines(turn, invite),
      t("start.newcomer.what"),
      t("start.newcomer.needed"),
      html`
${consent}`,
    ]),
    buttons: [[press(CONSENT_BUTTONS[locale].chat, BEGIN)]],
  };
}

/** An instant as «10 сентября, 07:40» in Moscow time, as a newcomer has no time zone yet. */
export function dateAndTime(instant: string, turn: Turn): string {
  const options = { timeZone: "Europe/Moscow", hour12: false } as const;
  const day = new Intl.DateTimeFormat("sv-SE", { ...options, dateStyle: "short" }).format(new Date(instant));
  const time = new Intl.DateTimeFormat("ru-RU", { ...options, timeStyle: "short" }).format(new Date(instant));
  return `${dayWithYear(day, personsToday(turn), turn.locale)}, ${time}`;
}

const pendingButtons = ({ t }: Turn) => [
  [press(t("start.pending.check"), CHECK), press(t("start.pending.rename"), RENAME)],
];

/** The request for access; `since` is shown when the user returns to it. */
export function pending(
  turn: Turn,
  fullName: string,
  since: string | null,
  invite: InvitationCard | null,
): RenderedMessage {
  const { t } = turn;
  return {
    text: card(t("start.pending.title"), [
      line(t("start.pending.name"), fullName),
      ...inviteLines(turn, invite),
      since === null ? null : t("start.pending.since", { date: dateAndTime(since, turn) }),
      html`
${t("start.pending.promise")}`,
    ]),
    buttons: pendingButtons(turn),
  };
}

export function accessPending(turn: Turn, since: string | null): RenderedMessage {
  const { t } = turn;
  const lines = since === null ? [] : [t("access.pending.since", { date: dateAndTime(since, turn) })];
  return {
    text: card(t("access.pending.title"), lines),
    buttons: [[press(t("start.pending.check"), CHECK)]],
  };
}

/** Why an invitation link is invalid. */
export function invitationRefused({ t }: Turn, sentence: string): RenderedMessage {
  return {
    text: card(t("invitation.refused"), [t(isRefusal(sentence) ? REFUSALS[sentence] : "invitation.unknown")]),
    buttons: [],
  };
}

const REFUSALS = {
  invitation_unknown: "invitation.unknown",
  invitation_revoked: "invitation.revoked",
  invitation_expired: "invitation.expired",
  invitation_used_up: "invitation.used_up",
  invitation_used_before: "invitation.used_before",
  in_team_already: "invitation.in_team",
  invitation_other_role: "invitation.other_role",
  object_is_over: "invitation.object_over",
} as const satisfies Record<string, BotKey>;

/** True for refusals that concern an invitation link. */
export const isRefusal = (sentence: string): sentence is keyof typeof REFUSALS =>
  Object.hasOwn(REFUSALS, sentence);

export function accessClosed({ locale, services }: Turn): RenderedMessage {
  return renderAccessClosed({ locale, publicUrl: services.publicUrl });
}

/** Access was not opened: why, by whom, and how to ask again, with the invitation that was opened since. */
export function accessRefused(
  turn: Turn,
  { refusal }: Introduction,
  invite: InvitationCard | null,
): RenderedMessage {
  const { t, locale, now, services } = turn;
  const { reason = null, by = null, againAt = null } = refusal ?? {};
  const admin = by === null ? null : shortName(by);
  const waits = againAt !== null && new Date(againAt) > now;
  const more = [
    ...(invite === null
      ? []
      : [
          html`
${t("start.refused.invited")}`,
        ]),
    ...inviteLines(turn, invite),
    waits ? t("start.again_at", { date: dateAndTime(againAt, turn) }) : null,
  ];
  return renderStartRefused({ reason, admin, more }, { locale, publicUrl: services.publicUrl });
}
