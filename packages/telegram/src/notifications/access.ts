import type { Button, RenderedMessage } from "../buttons.ts";
import { card, line } from "../html.ts";
import { translator } from "../i18n.ts";
import { packCommand } from "./command-data.ts";
import type { RoleCode } from "./registration-data.ts";
import type { Rendering } from "./rendering.ts";

export type StartApproved = {
  readonly role: RoleCode;
  readonly objectName: string | null;
  /** True for holders of `fact.enter` on an object. */
  readonly canEnterFacts: boolean;
};

/** Tells a person that access is open, with the first things to do. */
export function renderStartApproved(access: StartApproved, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  const text = card(t("approved.title"), [
    line(t("approved.role"), t(`role.${access.role}`)),
    line(t("approved.object"), access.objectName),
  ]);
  const row: Button[] = [{ kind: "callback", text: t("approved.show_help"), data: packCommand("help") }];
  if (access.canEnterFacts) {
    row.push({ kind: "callback", text: t("approved.enter_fact"), data: packCommand("fact") });
  }
  return { text, buttons: [row] };
}

export type StartRefused = { readonly reason: string | null; readonly admin: string | null };

/** Tells a person that access was not given, why, and whom to ask. */
export function renderStartRefused(refusal: StartRefused, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  const text = card(t("refused.title"), [
    line(t("refused.reason"), refusal.reason),
    refusal.admin === null ? t("closed.if_mistake") : t("refused.if_mistake", { admin: refusal.admin }),
  ]);
  return { text, buttons: [] };
}

/** Tells a person that the account was closed. */
export function renderAccessClosed({ locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  return { text: card(t("closed.title"), [t("closed.if_mistake")]), buttons: [] };
}
