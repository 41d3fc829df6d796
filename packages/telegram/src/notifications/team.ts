import { formatDay, shortName } from "@stsphera/contracts/format";
import type { RenderedMessage } from "../buttons.ts";
import { miniAppUrl } from "../deep-link.ts";
import { card, joinHtml, line } from "../html.ts";
import { translator } from "../i18n.ts";
import type { RoleCode } from "./registration-data.ts";
import type { Rendering } from "./rendering.ts";

/** A person who came into an object's team by an invitation. */
export type UserJoined = {
  readonly fullName: string;
  readonly role: RoleCode;
  readonly objectId: number;
  readonly objectName: string;
  /** Full name of who invited; null when it is not known. */
  readonly invitedBy: string | null;
};

/** Tells the admins and who invited that somebody came in. */
export function renderUserJoined(joined: UserJoined, { locale, publicUrl }: Rendering): RenderedMessage {
  const t = translator(locale);
  const inviter = joined.invitedBy === null ? null : shortName(joined.invitedBy);
  const text = card(t("joined.title", { name: joined.fullName }), [
    line(t("joined.role"), t(`role.${joined.role}`)),
    line(t("joined.object"), joined.objectName),
    line(t("joined.source"), joinHtml([t("source.invitation"), inviter], ", ")),
  ]);
  const url = miniAppUrl(publicUrl, { kind: "object", id: joined.objectId, section: "team" });
  return { text, buttons: [[{ kind: "webApp", text: t("joined.open"), url }]] };
}

/** Who stands in for whom. */
export type Delegation = {
  /** Full names. */
  readonly principal: string;
  readonly deputy: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** Null: on all objects of the absent person. */
  readonly objectName: string | null;
  readonly ended: boolean;
};

/** Tells both that one stands in for the other, or that it is over. */
export function renderDelegation(delegation: Delegation, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  const principal = shortName(delegation.principal, "initial");
  const { fromDay, toDay } = delegation;
  const days = `${formatDay(fromDay, locale)} – ${formatDay(toDay, locale)}`;
  const text = card(t(delegation.ended ? "delegation.title_ended" : "delegation.title", { principal }), [
    line(t("delegation.deputy"), shortName(delegation.deputy, "initial")),
    line(t("delegation.days"), fromDay === toDay ? formatDay(fromDay, locale) : days),
    line(t("delegation.object"), delegation.objectName ?? t("delegation.all_objects")),
  ]);
  return { text, buttons: [] };
}
