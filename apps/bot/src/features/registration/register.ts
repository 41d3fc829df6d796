import { registerUser, updateRegistration } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import { renderStartApproved, type User } from "@stsphera/telegram";
import type { Turn } from "../../shared/turn.ts";
import { endDialogue } from "./dialogue.ts";
import { pending } from "./messages.ts";

const REGISTRATION: SystemActor = { kind: "system", job: "registration", permissions: [] };

/** Makes the account; the first admins of the installation are let in at once. */
export async function register(turn: Turn, fullName: string, phone: string | null): Promise<void> {
  const { from, services } = turn;
  const telegramId = String(from.id);
  const person = await registerUser.run(turn.context(undefined, REGISTRATION), {
    telegramId,
    fullName,
    locale: turn.locale,
    asAdmin: services.adminTelegramIds.has(telegramId),
    ...(phone === null ? {} : { phone }),
    ...(from.username === undefined ? {} : { username: from.username }),
  });
  endDialogue(turn);
  const words = turn.t(phone === null ? "start.phone_skipped" : "start.phone_kept");
  turn.say({ text: words, buttons: [] }, { remove_keyboard: true });
  if (person.status === "active" && person.role !== null) {
    const access = { role: person.role, objectName: null, canEnterFacts: false };
    turn.say(renderStartApproved(access, { locale: turn.locale, publicUrl: services.publicUrl }));
    return;
  }
  turn.remember({ registeredAt: turn.now.toISOString() });
  turn.say(pending(turn, person.fullName, null));
}

/** Corrects the name of a request nobody has decided on. */
export async function rename(turn: Turn, fullName: string): Promise<void> {
  const person = await updateRegistration.run(turn.context(undefined, REGISTRATION), {
    telegramId: String(turn.from.id),
    fullName,
  });
  endDialogue(turn);
  turn.say(pending(turn, person.fullName, turn.memory().registeredAt));
}

/** What Telegram calls a person, first name and surname. */
export function telegramName(from: User): string {
  return [from.first_name, from.last_name ?? ""].join(" ").trim().replace(/\s+/g, " ");
}

/** A number as the system keeps it: a plus and digits. */
export function phoneOf(text: string): string {
  return `+${text.replace(/\D/g, "")}`;
}
