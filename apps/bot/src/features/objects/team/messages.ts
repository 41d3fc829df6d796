import { type Role, ROLE_CODES } from "@stsphera/rbac";
import type { Invitation } from "@stsphera/contracts";
import { formatDay } from "@stsphera/contracts/format";
import { card, html, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { press, rows } from "../../../engine/buttons.ts";
import { type Choosable, peopleButtons } from "../../../engine/people-chooser.ts";
import { packStep } from "../../../engine/step-data.ts";
import { lastRow } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { TeamDialogue } from "./dialogue.ts";

const HALF_ROW = 24;
/** How many people a link may bring. */
export const USES = [1, 10] as const;

const toTeam = (d: TeamDialogue): string => packStep(d.id, "back");
const go = (d: TeamDialogue, to: string): string => packStep(d.id, "go", to);

export function whoMessage(turn: Turn, d: TeamDialogue, people: readonly Choosable[]): RenderedMessage {
  const { t } = turn;
  const nobody = people.length === 0 ? t("who.nobody", { search: d.search ?? "" }) : null;
  return {
    text: card(t("team.add_title", { object: d.objectName }), [nobody, t("team.ask_who")]),
    buttons: [...peopleButtons(turn, d.id, people, d.page), lastRow(turn, d, toTeam(d))],
  };
}

/** Which role: those that stand on objects and that the person does not hold there yet. */
export function roleMessage(turn: Turn, d: TeamDialogue, roles: readonly Role[]): RenderedMessage {
  const { t } = turn;
  const caption = translator(turn.locale);
  const invites = d.step === "invite";
  const buttons = ROLE_CODES.filter((role) => roles.includes(role)).map((role) =>
    press(caption(`role.${role}`), packStep(d.id, "role", role), HALF_ROW),
  );
  const title = invites
    ? t("team.invite_title", { object: d.objectName })
    : t("team.add_title", { object: d.objectName });
  return {
    text: card(title, [
      d.person === null ? null : html`<b>${d.person.fullName}</b>`,
      t(invites ? "team.ask_invited_role" : "team.ask_role"),
    ]),
    buttons: [...rows(buttons, 2), lastRow(turn, d, invites ? toTeam(d) : go(d, "who"))],
  };
}

export function usesMessage(turn: Turn, d: TeamDialogue): RenderedMessage {
  const { t } = turn;
  const role = d.role === null ? "" : translator(turn.locale)(`role.${d.role}`);
  return {
    text: card(t("team.invite_title", { object: d.objectName }), [
      line(t("start.pending.role"), role),
      t("team.ask_uses"),
    ]),
    buttons: [
      USES.map((count) => press(t("team.uses", { count }), packStep(d.id, "uses", count))),
      lastRow(turn, d, go(d, "invite")),
    ],
  };
}

export function confirmMessage(turn: Turn, d: TeamDialogue): RenderedMessage {
  const { t } = turn;
  const role = d.role === null ? "" : translator(turn.locale)(`role.${d.role}`);
  return {
    text: card(t("team.add_title", { object: d.objectName }), [
      line(t("start.pending.name"), html`<b>${d.person?.fullName ?? ""}</b>`),
      line(t("start.pending.role"), role),
    ]),
    buttons: [[press(t("team.add"), packStep(d.id, "add"))], lastRow(turn, d, go(d, "role"))],
  };
}

const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(instant));

/** The link to be passed on. */
export function linkMessage(turn: Turn, d: TeamDialogue, invitation: Invitation): RenderedMessage {
  const { t, locale, services } = turn;
  const link = `https://t.me/${services.botUsername}?start=inv_${invitation.code}`;
  const until = formatDay(dayOf(invitation.expiresAt, turn.person().timeZone), locale);
  return {
    text: card(t("team.link_title"), [
      line(t("start.pending.object"), d.objectName),
      line(t("start.pending.role"), translator(locale)(`role.${invitation.role}`)),
      line(t("team.link_until"), t("team.link_terms", { day: until, count: invitation.maxUses })),
      t(invitation.immediate ? "team.link_at_once" : "team.link_waits"),
      html`\n${link}`,
    ]),
    buttons: [[press(t("button.back"), packObject({ action: "team", objectId: d.objectId, page: 0 }))]],
  };
}
