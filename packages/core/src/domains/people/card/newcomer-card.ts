import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Role } from "@stsphera/rbac";
import { entityCard, html, type HtmlValue, line, type Rendering, translator } from "@stsphera/telegram";
import { maskPhone } from "./mask-phone.ts";
import { peopleWords } from "./people-words.ts";
import { packRegistration, type RegistrationAction } from "./registration-data.ts";

/** The decision on a request; the card then shows it instead of buttons. */
export type RegistrationDecision =
  | {
      readonly kind: "approved";
      readonly role: Role;
      readonly objectName: string | null;
      /** Surname of the decider. */
      readonly actor: string;
    }
  | { readonly kind: "refused"; readonly reason: string | null; readonly actor: string };

/** A new user, for those who may approve. */
export type NewPerson = {
  readonly userId: number;
  readonly fullName: string;
  /** As Telegram gives it; shown with its middle hidden. */
  readonly phone: string | null;
  /** Without the `@`. */
  readonly username: string | null;
  /** Why they were refused before, when they ask again. */
  readonly refusedBefore?: string | null;
  /** The invitation used: role, inviter (full name) and object. */
  readonly invitation: { readonly role: Role; readonly by: string; readonly objectName: string } | null;
};

export type NewcomerView = Rendering & {
  readonly decision: RegistrationDecision | null;
  /** Whether the reader may decide; otherwise there are no buttons. */
  readonly mayDecide: boolean;
};

type Action = RegistrationAction["action"];

/** The card of a new user, with decision buttons; after the decision it shows the decision and the decider. */
export const newcomerCard = entityCard<NewPerson, Action, NewcomerView>({
  name: "user.registered",
  title: (_person, { locale }) => peopleWords(locale)("registered.title"),
  lines: ({ fullName, phone, username, invitation, refusedBefore }, { locale, decision }) => {
    const t = peopleWords(locale);
    return [
      line(t("registered.name"), html`<b>${fullName}</b>`),
      line(t("registered.phone"), phone === null ? null : maskPhone(phone)),
      line(t("registered.telegram"), username === null ? null : `@${username}`),
      line(t("registered.source"), invitation === null ? null : sourceOf(invitation, locale)),
      line(t("registered.again"), decision === null ? (refusedBefore ?? null) : null),
      ...(decision === null ? [] : decisionLines(decision, locale)),
    ];
  },
  rows: [["grant"], ["choose_role", "refuse"]],
  offers:
    ({ invitation }, { decision, mayDecide }) =>
    (action) =>
      decision === null && mayDecide && (action !== "grant" || invitation !== null),
  button: ({ userId, invitation }, action, { locale }) => {
    const t = peopleWords(locale);
    if (action === "grant") {
      const role = invitation?.role ?? "viewer";
      const text = t("registered.grant", { role: translator(locale)(`role.${role}`) });
      return { kind: "callback", text, data: packRegistration({ action, userId, role }) };
    }
    const choose = invitation === null ? "registered.choose_role" : "registered.other_role";
    const text = t(action === "refuse" ? "registered.refuse" : choose);
    return { kind: "callback", text, data: packRegistration({ action, userId }) };
  },
});

/** «приглашение, Дёмин, СПК Блок Б». */
const sourceOf = ({ by, objectName }: NonNullable<NewPerson["invitation"]>, locale: Locale): string =>
  [peopleWords(locale)("source.invitation"), shortName(by), objectName].join(", ");

function decisionLines(decision: RegistrationDecision, locale: Locale): HtmlValue[] {
  const t = peopleWords(locale);
  if (decision.kind === "refused")
    return [t("registered.refused", { actor: decision.actor }), line(t("refused.reason"), decision.reason)];
  const role = translator(locale)(`role.${decision.role}`);
  const what = decision.objectName === null ? role : `${role}, ${decision.objectName}`;
  return [t("registered.opened", { what, actor: decision.actor })];
}
