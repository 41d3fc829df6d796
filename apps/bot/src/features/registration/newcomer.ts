import { personName, phone } from "@stsphera/contracts";
import { botTranslator } from "../../locales/i18n.ts";
import type { Turn } from "../../engine/turn.ts";
import { currentDialogue, endDialogue, goTo, type RegistrationDialogue } from "./dialogue.ts";
import { keptInvitation } from "./invitation.ts";
import { askName, askPhone, BEGIN, CANCEL, newcomer, TELEGRAM_NAME } from "./messages.ts";
import { phoneOf, register, rename, telegramName } from "./register.ts";

async function welcome(turn: Turn): Promise<void> {
  turn.say(newcomer(turn, await keptInvitation(turn)));
}

/** The name that is offered: only one that could be typed. */
export function offeredName(turn: Turn): string | null {
  const parsed = personName.safeParse(telegramName(turn.from));
  return parsed.success ? parsed.data : null;
}

function startPhone(turn: Turn, fullName: string): void {
  goTo(turn, "phone", fullName);
  const { message, keyboard } = askPhone(turn, fullName);
  turn.say(message, keyboard);
}

/** The name is known: the next step of whoever registers, the end for whoever corrects it. */
async function takeName(turn: Turn, dialogue: RegistrationDialogue, name: string): Promise<void> {
  if (dialogue.step === "rename") return rename(turn, name);
  startPhone(turn, name);
}

async function onNameText(turn: Turn, dialogue: RegistrationDialogue): Promise<void> {
  const typed = turn.message?.forward_origin === undefined ? turn.message?.text : undefined;
  const parsed = personName.safeParse(typed?.replace(/\s+/g, " ") ?? "");
  if (parsed.success) return takeName(turn, dialogue, parsed.data);
  turn.say({ text: turn.t("start.ask_name.wrong"), buttons: [] });
}

const isWithoutPhone = (text: string | undefined): boolean =>
  text === botTranslator("ru")("start.ask_phone.without") ||
  text === botTranslator("en")("start.ask_phone.without");

async function onPhone(turn: Turn, fullName: string): Promise<void> {
  const contact = turn.message?.contact;
  if (contact === undefined && isWithoutPhone(turn.message?.text)) return register(turn, fullName, null);
  const { message, keyboard } = askPhone(turn, fullName);
  if (contact === undefined) return turn.say(message, keyboard);
  const number = phone.safeParse(phoneOf(contact.phone_number));
  if (contact.user_id !== turn.from.id || !number.success) {
    return turn.say({ text: turn.t("start.ask_phone.foreign"), buttons: [] }, keyboard);
  }
  return register(turn, fullName, number.data);
}

/** «/start» of «/start@bot from_a_link». */
const commandOf = ({ message }: Turn): string | undefined => /^\/\w+/.exec(message?.text ?? "")?.[0];

async function onMessage(turn: Turn, dialogue: RegistrationDialogue): Promise<void> {
  const command = commandOf(turn);
  if (command === "/start") return welcome(turn);
  if (command === "/cancel") return stop(turn);
  if (dialogue.step === "phone" && dialogue.fullName !== undefined) return onPhone(turn, dialogue.fullName);
  return onNameText(turn, dialogue);
}

function stop(turn: Turn): void {
  endDialogue(turn);
  turn.say({ text: turn.t("cancel.done"), buttons: [] }, { remove_keyboard: true });
}

/** The dialogue of a person without an account, and of a newcomer who corrects his name. */
export async function onRegistration(turn: Turn): Promise<void> {
  const dialogue = currentDialogue(turn);
  switch (turn.callback?.data) {
    case undefined:
      return dialogue === null ? welcome(turn) : onMessage(turn, dialogue);
    case BEGIN:
      goTo(turn, "name");
      return turn.show(askName(turn, offeredName(turn)));
    case TELEGRAM_NAME: {
      const name = offeredName(turn);
      if (dialogue === null || dialogue.step === "phone" || name === null) break;
      return takeName(turn, dialogue, name);
    }
    case CANCEL:
      endDialogue(turn);
      return turn.show({ text: turn.t("cancel.done"), buttons: [] });
  }
  turn.toast(turn.t("error.stale_dialog"));
  return welcome(turn);
}
