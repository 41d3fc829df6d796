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
import { register } from "./register.ts";

/** A person whose request nobody has decided on: his card, and the way to correct his name. */
async function onPending(turn: Turn): Promise<void> {
  const { fullName } = turn.person();
  const since = turn.memory().registeredAt;
  const data = turn.callback?.data;
  if (turn.services.adminTelegramIds.has(String(turn.from.id))) return register(turn, fullName, null);
  if (data === RENAME) {
    goTo(turn, "rename");
    return turn.show(askName(turn, offeredName(turn)));
  }
  if (data === CANCEL) {
    endDialogue(turn);
    return turn.show(pending(turn, fullName, since));
  }
  if (data === CHECK) {
    turn.toast(turn.t("start.still_pending"));
    return turn.show(pending(turn, fullName, since));
  }
  const command = turn.message?.text?.startsWith("/") === true;
  const renaming = currentDialogue(turn)?.step === "rename";
  if (renaming && !command && (data === undefined || data === TELEGRAM_NAME)) return onRegistration(turn);
  if (renaming) endDialogue(turn);
  if (turn.message?.text?.startsWith("/start") === true) return turn.say(pending(turn, fullName, since));
  turn.say(accessPending(turn, since));
}

/** People who have no access yet, or no more: their cards and nothing else. */
export function registrationFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use((ctx, next) => {
    const { turn } = ctx;
    switch (turn.actor?.status) {
      case "active":
        return next();
      case "pending":
        return onPending(turn);
      case "rejected":
        return turn.say(accessRefused(turn));
      case "deactivated":
        return turn.say(accessClosed(turn));
      case undefined:
        return onRegistration(turn);
    }
  });
  return composer;
}
