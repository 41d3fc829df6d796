import type { Invitation } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { card, html, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { personsToday } from "../../../engine/days.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";

export const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(instant));

/** The invitation link to pass on. */
export function linkMessage(
  turn: Turn,
  { objectId, objectName }: { objectId: number; objectName: string },
  invitation: Invitation,
  title: "team.link_title" | "team.link_card" = "team.link_title",
): RenderedMessage {
  const { t, locale, services } = turn;
  const link = `https://t.me/${services.botUsername}?start=inv_${invitation.code}`;
  const lastDay = dayOf(invitation.expiresAt, turn.person().timeZone);
  const until = dayWithYear(lastDay, personsToday(turn), locale);
  return {
    text: card(t(title), [
      line(t("start.pending.object"), objectName),
      line(t("start.pending.role"), translator(locale)(`role.${invitation.role}`)),
      line(t("team.link_until"), t("team.link_terms", { day: until, count: invitation.maxUses })),
      t(invitation.immediate ? "team.link_at_once" : "team.link_waits"),
      html`\n${link}`,
    ]),
    buttons: [[press(t("button.back"), packObject({ action: "team", objectId, page: 0 }))]],
  };
}
