import { DomainError, type InvitationCard, joinByInvitation, lookUpInvitation } from "@stsphera/core";
import { card, line, translator } from "@stsphera/telegram";
import { menuButton } from "../../engine/buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { invitationRefused, isRefusal } from "./messages.ts";

const START = /^\/start(?:@\w+)?\s+inv_([\w-]{1,64})$/;

/** The code of an invitation link, taken from the /start message that Telegram sends when it is opened. */
export const invitationIn = (turn: Turn): string | null => START.exec(turn.message?.text ?? "")?.[1] ?? null;

/** Remembers the invitation link of a user without access. An invalid link is answered and forgotten. */
export async function rememberInvitation(turn: Turn): Promise<void> {
  const code = invitationIn(turn);
  if (code === null) return;
  const found = await lookUpInvitation(turn.services.db, code, turn.now);
  const refusal = found === null ? "invitation_unknown" : found.refusal;
  if (refusal !== null) return turn.say(invitationRefused(turn, refusal));
  turn.remember({ invitation: code });
}

/** The remembered invitation; null without one. */
export async function keptInvitation(turn: Turn): Promise<InvitationCard | null> {
  const { invitation } = turn.memory();
  return invitation === null ? null : lookUpInvitation(turn.services.db, invitation, turn.now);
}

const REFUSED = ["conflict", "not_found", "validation_failed"];

/** A user with access opens a link: they join the team, or are told why not. */
export async function join(turn: Turn, code: string): Promise<void> {
  const { t } = turn;
  try {
    const joined = await joinByInvitation.run(turn.context(), { code });
    turn.remember({ objectId: joined.objectId });
    turn.say({
      text: card(t("invitation.joined"), [
        line(t("start.pending.object"), joined.objectName),
        line(t("start.pending.role"), translator(turn.locale)(`role.${joined.role}`)),
      ]),
      buttons: [[menuButton(t)]],
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { sentence = "invitation_unknown" } = error.details;
    if (!isRefusal(sentence) && !REFUSED.includes(error.code)) throw error;
    const refused = invitationRefused(turn, sentence);
    turn.say({ ...refused, buttons: [[menuButton(t)]] });
  }
}
