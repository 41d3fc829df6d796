import { Composer } from "telegraf";
import type { BotContext } from "../../shared/bot-context.ts";
import type { Turn } from "../../shared/turn.ts";
import { currentDialogue, endDialogue, goTo } from "./dialogue.ts";
import {
  accessClosed,
  accessPending,
  accessRefused,
  askName,
  CANCEL,
  CHECK,
  pending,
  RENAME,
  TELEGRAM_NAME,
} from "./messages.ts";
import { offeredName, onRegistration } from "./newcomer.ts";
import { invitationIn, join, keepInvitation, keptInvitation } from "./invitation.ts";
import { register, useInvitation } from "./register.ts";

/** A person whose request nobody has decided on: his card, and the way to correct his name. */
async function onPending(turn: Turn): Promise<void> {
  const { fullName } = turn.person();
  const since = turn.memory().registeredAt;
  const data = turn.callback?.data;
  const showPending = async (): Promise<void> =>
    turn.show(pending(turn, fullName, since, await keptInvitation(turn)));
  if (turn.services.adminTelegramIds.has(String(turn.from.id))) return register(turn, fullName, null);
  if (data === RENAME) {
    goTo(turn, "rename");
    return turn.show(askName(turn, offeredName(turn)));
  }
  if (data === CANCEL) {
    endDialogue(turn);
    return showPending();
  }
  if (data === CHECK) {
    turn.toast(turn.t("start.still_pending"));
    return showPending();
  }
  const command = turn.message?.text?.startsWith("/") === true;
  const renaming = currentDialogue(turn)?.step === "rename";
  if (renaming && !command && (data === undefined || data === TELEGRAM_NAME)) return onRegistration(turn);
  if (renaming) endDialogue(turn);
  if (invitationIn(turn) !== null) {
    await keepInvitation(turn);
    if (turn.memory().invitation === invitationIn(turn)) return useInvitation(turn, fullName);
  }
  if (turn.message?.text?.startsWith("/start") === true) return showPending();
  turn.say(accessPending(turn, since));
}

/** People who have no access yet, or no more: their cards and nothing else. */
export function registrationFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(async (ctx, next) => {
    const { turn } = ctx;
    switch (turn.actor?.status) {
      case "active": {
        const code = invitationIn(turn);
        return code === null ? next() : join(turn, code);
      }
      case "pending":
        return onPending(turn);
      case "rejected":
        return turn.say(accessRefused(turn));
      case "deactivated":
        return turn.say(accessClosed(turn));
      case undefined:
        await keepInvitation(turn);
        return onRegistration(turn);
    }
  });
  return composer;
}
