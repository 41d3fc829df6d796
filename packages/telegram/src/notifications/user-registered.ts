import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Button, RenderedMessage } from "../buttons.ts";
import { fitCaption } from "../fit-text.ts";
import { card, html, line } from "../html.ts";
import { translator } from "../i18n.ts";
import { packRegistration, type RoleCode } from "./registration-data.ts";
import type { Rendering } from "./rendering.ts";

/** How a request was decided; the card then shows it and loses its buttons. */
export type RegistrationDecision =
  | {
      readonly kind: "approved";
      readonly role: RoleCode;
      readonly objectName: string | null;
      /** Surname of who decided. */
      readonly actor: string;
    }
  | { readonly kind: "refused"; readonly reason: string | null; readonly actor: string };

/** A new person, for those who may open access. */
export type UserRegistered = {
  readonly userId: number;
  readonly fullName: string;
  /** As Telegram gives it; shown with its middle hidden. */
  readonly phone: string | null;
  /** Without the `@`. */
  readonly username: string | null;
  /** Where the person came from, in words; null without an invitation. */
  readonly source: string | null;
  readonly inviteRole?: RoleCode | null;
  readonly decision?: RegistrationDecision | null;
  /** False for a reader who may not decide: he sees no buttons. */
  readonly mayDecide?: boolean;
};

const LONE_BUTTON = 36;

/** The card of a new person with the buttons that decide; after the decision it says who decided what. */
export function renderUserRegistered(person: UserRegistered, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  const decision = person.decision ?? null;
  const text = card(t("registered.title"), [
    line(t("registered.name"), html`<b>${person.fullName}</b>`),
    line(t("registered.phone"), person.phone === null ? null : maskPhone(person.phone)),
    line(t("registered.telegram"), person.username === null ? null : `@${person.username}`),
    line(t("registered.source"), person.source),
    ...(decision === null ? [] : decisionLines(decision, locale)),
  ]);
  const decides = decision === null && person.mayDecide !== false;
  return { text, buttons: decides ? decisionButtons(person, locale) : [] };
}

function decisionLines(decision: RegistrationDecision, locale: Locale) {
  const t = translator(locale);
  if (decision.kind === "refused") {
    return [t("registered.refused", { actor: decision.actor }), line(t("refused.reason"), decision.reason)];
  }
  const role = t(`role.${decision.role}`);
  const what = decision.objectName === null ? role : `${role}, ${decision.objectName}`;
  return [t("registered.opened", { what, actor: decision.actor })];
}

function decisionButtons(person: UserRegistered, locale: Locale): Button[][] {
  const t = translator(locale);
  const { userId } = person;
  const button = (text: string, action: Parameters<typeof packRegistration>[0]): Button => ({
    kind: "callback",
    text: fitCaption(text, LONE_BUTTON),
    data: packRegistration(action),
  });
  const refuse = button(t("registered.refuse"), { action: "refuse", userId });
  if (!person.inviteRole) {
    return [[button(t("registered.choose_role"), { action: "choose_role", userId }), refuse]];
  }
  const role = person.inviteRole;
  return [
    [button(t("registered.grant", { role: t(`role.${role}`) }), { action: "grant", userId, role })],
    [button(t("registered.other_role"), { action: "choose_role", userId }), refuse],
  ];
}

/** A phone with its middle hidden: «+7 916 ••• 42 17». Too short to hide anything becomes «•••». */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (digits.length < 8) return "•••";
  const tail = `••• ${digits.slice(-4, -2)} ${digits.slice(-2)}`;
  const russian = digits.length === 11 && /^[78]/.test(digits);
  return russian ? `+7 ${digits.slice(1, 4)} ${tail}` : `+${digits.slice(0, 3)} ${tail}`;
}
