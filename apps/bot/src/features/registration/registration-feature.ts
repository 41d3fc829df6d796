import { introducePerson } from "@stsphera/core";
import { ASK_AGAIN } from "@stsphera/core/cards/people";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { openForm } from "../../engine/forms/move-on.ts";
import { onFormMessage } from "../../engine/forms/on-form-message.ts";
import { onFormPress } from "../../engine/forms/on-form-press.ts";
import { currentForm } from "../../engine/forms/read-form.ts";
import { unpackStep } from "../../engine/step-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { invitationIn, join, rememberInvitation, keptInvitation } from "./invitation.ts";
import {
  accessClosed,
  accessPending,
  accessRefused,
  dateAndTime,
  BEGIN,
  CHECK,
  newcomer,
  pending,
  RENAME,
} from "./messages.ts";
import { alreadyIn, askAgain, register, useInvitation } from "./register.ts";
import { registrationForms } from "./registration-forms.ts";

/** «/start» of «/start@bot from_a_link». */
const commandOf = ({ message }: Turn): string | undefined => /^\/\w+/.exec(message?.text ?? "")?.[0];

/** The handler of an answer to the open question: a text, a contact or a button. Null for anything else. */
function toForm(turn: Turn): (() => Promise<void>) | null {
  const state = currentForm(registrationForms, turn);
  if (state === null || commandOf(turn) !== undefined) return null;
  if (turn.callback === undefined) return () => onFormMessage(registrationForms, turn, state);
  const pressed = unpackStep(turn.callback.data ?? "");
  if (pressed?.dialogueId !== state.id) return null;
  return () => onFormPress(registrationForms, turn, state, pressed);
}

async function welcome(turn: Turn): Promise<void> {
  turn.say(newcomer(turn, await keptInvitation(turn)));
}

/** A user without an account. */
function onNewcomer(turn: Turn): Promise<void> | void {
  const answered = toForm(turn);
  if (answered !== null) return answered();
  if (turn.callback?.data === BEGIN)
    return openForm(registrationForms, turn, { form: "register", subject: {} });
  // The app asks Telegram for the phone, which then comes to the chat as well: it is answered there.
  if (turn.message?.contact !== undefined) return;
  if (turn.callback !== undefined) turn.toast(turn.t("error.stale_dialog"));
  if (commandOf(turn) !== "/cancel" || turn.memory().dialogue === null) return welcome(turn);
  turn.remember({ dialogue: null });
  turn.say({ text: turn.t("cancel.done"), buttons: [] }, { remove_keyboard: true });
}

/** A user with a pending request: shows its card with a button to correct the name. */
async function onPending(turn: Turn): Promise<void> {
  const { fullName } = turn.person();
  const since = turn.memory().registeredAt;
  const data = turn.callback?.data;
  const showPending = async (): Promise<void> =>
    turn.show(pending(turn, fullName, since, await keptInvitation(turn)));
  if (turn.services.adminTelegramIds.has(String(turn.from.id)))
    return turn.say(await register(turn, fullName, null));
  if (data === RENAME) return openForm(registrationForms, turn, { form: "rename", subject: {} });
  if (data === CHECK) {
    turn.toast(turn.t("start.still_pending"));
    return showPending();
  }
  // The user may have signed in to the app meanwhile and so have an account; the open question is still answered.
  const answered = toForm(turn);
  if (answered !== null && unpackStep(data ?? "")?.action !== "cancel") return answered();
  if (turn.memory().dialogue !== null) turn.remember({ dialogue: null });
  const code = invitationIn(turn);
  if (code !== null) {
    if (turn.memory().invitation !== code) await rememberInvitation(turn);
    if (turn.memory().invitation === code) return turn.say(await useInvitation(turn, fullName));
  }
  if (answered !== null || commandOf(turn) === "/start") return showPending();
  turn.say(accessPending(turn, since));
}

/** A refused person reads why, and asks again when a day has passed. */
async function onRejected(turn: Turn): Promise<void> {
  const { fullName, telegramId } = turn.person();
  await rememberInvitation(turn);
  const told = await introducePerson(turn.services.db, telegramId, turn.now);
  const { againAt = null } = told.refusal ?? {};
  if (turn.callback?.data !== ASK_AGAIN || againAt === null)
    return turn.say(accessRefused(turn, told, await keptInvitation(turn)));
  if (new Date(againAt) > turn.now)
    return turn.toast(turn.t("start.again_at", { date: dateAndTime(againAt, turn) }));
  turn.show(await askAgain(turn, fullName));
}

/** Access was opened while a question was open: the answer is told so. */
function onActive(turn: Turn, next: () => Promise<void>): Promise<void> | void {
  const answered = toForm(turn) !== null;
  if (turn.memory().dialogue?.feature === registrationForms.feature) turn.remember({ dialogue: null });
  if (answered) return alreadyIn(turn);
  const code = invitationIn(turn);
  return code === null ? next() : join(turn, code);
}

/** Users without access see their own cards and nothing else. */
export const registrationFeature: Feature = {
  forms: [registrationForms],
  handlers() {
    const composer = new Composer<BotContext>();
    composer.use(async ({ turn }, next) => {
      switch (turn.actor?.status) {
        case "active":
          return onActive(turn, next);
        case "pending":
          return onPending(turn);
        case "rejected":
          return onRejected(turn);
        case "deactivated":
          return turn.say(accessClosed(turn));
        case undefined:
          await rememberInvitation(turn);
          return onNewcomer(turn);
      }
    });
    return composer;
  },
};
