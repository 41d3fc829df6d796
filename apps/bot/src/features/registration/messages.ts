import { formatDay } from "@stsphera/contracts/format";
import {
  card,
  html,
  line,
  renderAccessClosed,
  renderStartRefused,
  type ReplyKeyboardMarkup,
  type RenderedMessage,
} from "@stsphera/telegram";
import { press } from "../../shared/buttons.ts";
import type { Turn } from "../../shared/turn.ts";

export const BEGIN = "r:begin";
export const TELEGRAM_NAME = "r:name";
export const CANCEL = "r:cancel";
export const CHECK = "r:check";
export const RENAME = "r:rename";

export function newcomer({ t, services }: Turn): RenderedMessage {
  const consentUrl = `${services.publicUrl}/telegram/privacy`;
  const consent = html`${t("start.newcomer.consent")} <a href="${consentUrl}">${t("start.newcomer.consent_link")}</a>`;
  return {
    text: card(t("start.newcomer.title"), [
      t("start.newcomer.what"),
      t("start.newcomer.needed"),
      html`
${consent}`,
    ]),
    buttons: [[press(t("start.newcomer.begin"), BEGIN)]],
  };
}

/** Asks for the name; what Telegram calls the person is offered when it would do. */
export function askName({ t }: Turn, telegramName: string | null): RenderedMessage {
  const offered = telegramName === null ? [] : [press(telegramName, TELEGRAM_NAME)];
  return {
    text: card(t("start.ask_name.title"), [t("start.ask_name.text")]),
    buttons: [[...offered, press(t("button.cancel"), CANCEL)]],
  };
}

export function askPhone(
  { t }: Turn,
  fullName: string,
): { message: RenderedMessage; keyboard: ReplyKeyboardMarkup } {
  const firstName = fullName.split(/\s+/)[0] ?? fullName;
  return {
    message: {
      text: card(t("start.ask_phone.title", { firstName }), [t("start.ask_phone.text")]),
      buttons: [],
    },
    keyboard: {
      keyboard: [
        [{ text: t("start.ask_phone.share"), request_contact: true }],
        [{ text: t("start.ask_phone.without") }],
      ],
      resize_keyboard: true,
      one_time_keyboard: true,
    },
  };
}

/** An instant as «10 сентября, 07:40» in Moscow time: a newcomer has no time zone of his own yet. */
function dateAndTime(instant: string, { locale }: Turn): string {
  const options = { timeZone: "Europe/Moscow", hour12: false } as const;
  const day = new Intl.DateTimeFormat("sv-SE", { ...options, dateStyle: "short" }).format(new Date(instant));
  const time = new Intl.DateTimeFormat("ru-RU", { ...options, timeStyle: "short" }).format(new Date(instant));
  return `${formatDay(day, locale)}, ${time}`;
}

const pendingButtons = ({ t }: Turn) => [
  [press(t("start.pending.check"), CHECK), press(t("start.pending.rename"), RENAME)],
];

/** The request as it stands; `since` is told when the person comes back to it. */
export function pending(turn: Turn, fullName: string, since: string | null): RenderedMessage {
  const { t } = turn;
  return {
    text: card(t("start.pending.title"), [
      line(t("start.pending.name"), fullName),
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

export function accessClosed({ locale, services }: Turn): RenderedMessage {
  return renderAccessClosed({ locale, publicUrl: services.publicUrl });
}

export function accessRefused({ locale, services }: Turn): RenderedMessage {
  return renderStartRefused({ reason: null, admin: null }, { locale, publicUrl: services.publicUrl });
}
