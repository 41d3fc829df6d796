import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import type { Turn } from "../../engine/turn.ts";
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
import { alreadyIn, register, useInvitation } from "./register.ts";

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
  // Whoever signed in to the app meanwhile waits already; what he is asked here is still answered.
  if (isAnswer(turn)) return onRegistration(turn);
  if (currentDialogue(turn) !== null) endDialogue(turn);
  const code = invitationIn(turn);
  if (code !== null) {
    if (turn.memory().invitation !== code) await keepInvitation(turn);
    if (turn.memory().invitation === code) return useInvitation(turn, fullName);
  }
  if (turn.message?.text?.startsWith("/start") === true) return showPending();
  turn.say(accessPending(turn, since));
}

/** True for words, a contact or the offered name while the registration asks for them. */
function isAnswer(turn: Turn): boolean {
  const dialogue = currentDialogue(turn);
  if (dialogue === null) return false;
  const { callback, message } = turn;
  if (callback !== undefined) return callback.data === TELEGRAM_NAME && dialogue.step !== "phone";
  return message !== undefined && message.text?.startsWith("/") !== true;
}

/** People who have no access yet, or no more: their cards and nothing else. */
export const registrationFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    composer.use(async (ctx, next) => {
      const { turn } = ctx;
      switch (turn.actor?.status) {
        case "active": {
          const answered = isAnswer(turn);
          if (currentDialogue(turn) !== null) endDialogue(turn);
          if (answered) return alreadyIn(turn);
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
  },
};
