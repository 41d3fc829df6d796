import { DomainError, getObject, listInvitations, revokeInvitation } from "@stsphera/core";
import type { Invitation } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { html, joinHtml, type RenderedMessage, translator } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { personsToday } from "../../../engine/days.ts";
import { listCard, MAX_ROWS } from "../../../engine/list-card.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";
import { dayOf, linkMessage } from "./link-message.ts";

/** The links of an object that still let people in, newest first. */
async function openLinks(turn: Turn, objectId: number): Promise<Invitation[]> {
  const { items } = await listInvitations.run(turn.context(), { objectId, limit: MAX_ROWS });
  return items.filter(({ state }) => state === "open");
}

const roleOf = ({ locale }: Turn, { role }: Invitation): string => translator(locale)(`role.${role}`);

function terms(turn: Turn, { expiresAt, uses, maxUses }: Invitation): string {
  const { t, locale } = turn;
  const day = dayWithYear(dayOf(expiresAt, turn.person().timeZone), personsToday(turn), locale);
  return t("team.links_terms", { day, uses, of: maxUses });
}

async function linksMessage(turn: Turn, objectId: number, page: number): Promise<RenderedMessage> {
  const { t } = turn;
  const { name } = await getObject.run(turn.context(), { objectId });
  return listCard(turn, {
    items: await openLinks(turn, objectId),
    page,
    title: t("team.links_title", { object: name }),
    row: (link) => joinHtml([html`<b>${roleOf(turn, link)}</b>`, terms(turn, link)]),
    open: (link) => [
      press(roleOf(turn, link), packObject({ action: "link", objectId, invitationId: link.id })),
    ],
    turnTo: (to) => packObject({ action: "links", objectId, page: to }),
    empty: [t("team.links_title", { object: name }), t("team.links_none")],
    lastRow: [press(t("button.back"), packObject({ action: "team", objectId, page: 0 }))],
  });
}

/** «Ссылки»: the open invitations of an object. */
export async function showLinks(turn: Turn, objectId: number, page: number): Promise<void> {
  turn.show(await linksMessage(turn, objectId, page));
}

/** One link, to pass on again or to revoke; the list when it no longer lets people in. */
export async function showLink(turn: Turn, objectId: number, invitationId: number): Promise<void> {
  const link = (await openLinks(turn, objectId)).find(({ id }) => id === invitationId);
  if (link === undefined) {
    turn.toast(turn.t("error.conflict.title"));
    return showLinks(turn, objectId, 0);
  }
  const { name } = await getObject.run(turn.context(), { objectId });
  const { text } = linkMessage(turn, { objectId, objectName: name }, link, "team.link_card");
  turn.show({
    text,
    buttons: [
      [
        press(
          turn.t("team.link_revoke"),
          packObject({ action: "revoke", objectId, invitationId, version: link.version }),
        ),
      ],
      [press(turn.t("button.back"), packObject({ action: "links", objectId, page: 0 }))],
    ],
  });
}

/** «Отозвать»: nobody comes in by the link any more; those who did stay. */
export async function revokeLink(
  turn: Turn,
  { objectId, invitationId, version }: { objectId: number; invitationId: number; version: number },
): Promise<void> {
  try {
    await revokeInvitation.run(turn.context(), { invitationId, version });
    turn.toast(turn.t("team.link_revoked"));
  } catch (error) {
    const moved = ["version_conflict", "invalid_transition", "conflict"];
    if (!(error instanceof DomainError) || !moved.includes(error.code)) throw error;
    turn.toast(turn.t("error.conflict.title"));
  }
  return showLinks(turn, objectId, 0);
}
