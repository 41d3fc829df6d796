import type { Locale } from "@stsphera/contracts/vocabulary";
import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import {
  type Button,
  card,
  type HtmlValue,
  line,
  packCommand,
  type RenderedMessage,
  type Rendering,
  translator,
} from "@stsphera/telegram";
import { peopleWords } from "./people-words.ts";

export type StartApproved = {
  readonly role: Role;
  readonly objectName: string | null;
  /** True for holders of `fact.enter` on an object. */
  readonly canEnterFacts: boolean;
};

const helpButton = (locale: Locale): Button => ({
  kind: "callback",
  text: peopleWords(locale)("approved.show_help"),
  data: packCommand("help"),
});

/** Tells a user that access is open, with the first things to do. */
export function renderStartApproved(access: StartApproved, { locale }: Rendering): RenderedMessage {
  const t = peopleWords(locale);
  const text = card(t("approved.title"), [
    line(t("approved.role"), translator(locale)(`role.${access.role}`)),
    line(t("approved.object"), access.objectName),
    access.objectName === null && MEMBER_ROLES.includes(access.role) ? t("approved.who_adds") : null,
  ]);
  const row: Button[] = [helpButton(locale)];
  if (access.canEnterFacts) {
    row.push({ kind: "callback", text: t("approved.enter_fact"), data: packCommand("fact") });
  }
  return { text, buttons: [row] };
}

export type StartRefused = {
  readonly reason: string | null;
  readonly admin: string | null;
  /** What else the person reads: the invitation they opened, from when they may ask again. */
  readonly more?: readonly (HtmlValue | null)[];
};

/** Callback data of «Попросить снова». */
export const ASK_AGAIN = "r:again";

/** Tells a user that access was refused, why, whom to ask, and that they may ask again. */
export function renderStartRefused(refusal: StartRefused, { locale }: Rendering): RenderedMessage {
  const t = peopleWords(locale);
  const text = card(t("refused.title"), [
    line(t("refused.reason"), refusal.reason),
    refusal.admin === null ? t("closed.if_mistake") : t("refused.if_mistake", { admin: refusal.admin }),
    ...(refusal.more ?? []),
  ]);
  return { text, buttons: [[{ kind: "callback", text: t("refused.again"), data: ASK_AGAIN }]] };
}

/** Tells a user that their account was closed. */
export function renderAccessClosed({ locale }: Rendering): RenderedMessage {
  const t = peopleWords(locale);
  return { text: card(t("closed.title"), [t("closed.if_mistake")]), buttons: [] };
}

/** Tells a user which role they have now, with what it may do. */
export function renderRoleChanged(role: Role, { locale }: Rendering): RenderedMessage {
  const t = peopleWords(locale);
  const text = card(t("role_changed.title"), [line(t("approved.role"), translator(locale)(`role.${role}`))]);
  return { text, buttons: [[helpButton(locale)]] };
}
