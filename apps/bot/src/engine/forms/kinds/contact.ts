import { LOCALES, phone } from "@stsphera/contracts";
import type { ContactField } from "@stsphera/contracts/forms";
import { botTranslator } from "../../../locales/i18n.ts";
import { askKey, type Asking, type Kind, type Reply } from "./kind.ts";

type A = Asking<ContactField<unknown>>;

/** Reply keyboard buttons send their caption as text, in the language the keyboard was sent in. */
const isNone = ({ state, field }: A, text: string): boolean =>
  LOCALES.some((locale) => text === botTranslator(locale)(askKey(state, field.name, "none")));

const byButton = ({ turn, state, field }: A): Reply => ({
  tell: turn.t(askKey(state, field.name, "typed")),
});

/** Only accepts the user's own contact, which Telegram vouches for; anything else is asked for again. */
export const contactKind: Kind<ContactField<unknown>> = {
  stored: phone,
  expected: () => "button",
  buttons: () => [],
  keyboard({ turn, state, field }) {
    const share = { text: turn.t(askKey(state, field.name, "share")), request_contact: true };
    const none = { text: turn.t(askKey(state, field.name, "none")) };
    return {
      keyboard: field.optional === true ? [[share], [none]] : [[share]],
      resize_keyboard: true,
      one_time_keyboard: true,
    };
  },
  press: () => "stale",
  typed: (asking, text) =>
    asking.field.optional === true && isNone(asking, text) ? { answer: null } : byButton(asking),
  sent(asking) {
    const { turn, state, field } = asking;
    const contact = turn.message?.contact;
    if (contact === undefined) return byButton(asking);
    const number = phone.safeParse(`+${contact.phone_number.replace(/\D/g, "")}`);
    if (contact.user_id === turn.from.id && number.success) return { answer: number.data };
    return { tell: turn.t(askKey(state, field.name, "foreign")) };
  },
};
