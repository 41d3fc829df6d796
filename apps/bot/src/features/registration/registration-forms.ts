import { personName } from "@stsphera/contracts";
import { registrationForms as forms } from "@stsphera/contracts/people/forms";
import { z } from "zod";
import { press } from "../../engine/buttons.ts";
import { wordsIn } from "../../engine/forms/answers.ts";
import { type Asked, formFeature } from "../../engine/forms/form-feature.ts";
import { answer } from "../../engine/forms/move-on.ts";
import { packStep } from "../../engine/step-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { register, rename } from "./register.ts";

/** The user's Telegram name; null when it would not be a valid answer. */
function telegramName({ from }: Turn): string | null {
  const parsed = personName.safeParse([from.first_name, from.last_name ?? ""].join(" "));
  return parsed.success ? parsed.data : null;
}

async function takeTelegramName(at: Asked<object, object>): Promise<null> {
  const name = telegramName(at.turn);
  if (name !== null) await answer(registrationForms, { ...at, subject: {} }, "fullName", name);
  return null;
}

/** Name and phone of a newcomer, or a corrected name of a pending request. There is no actor yet. */
export const registrationForms = formFeature({
  feature: "registration",
  forms,
  subject: z.object({}),
  load: async () => ({}),
  title({ turn, state, answers }) {
    if (state.step === "fullName") return turn.t("start.ask_name.title");
    const [firstName = ""] = (wordsIn(answers, "fullName") ?? "").split(/\s+/);
    return turn.t("start.ask_phone.title", { firstName });
  },
  buttons({ turn, state }) {
    const name = state.step === "fullName" ? telegramName(turn) : null;
    return name === null ? [] : [[press(name, packStep(state.id, "name"))]];
  },
  // The card of the name stays above the question for the phone, so its button may still be pressed.
  press: (at, action) => (action === "name" ? takeTelegramName(at) : undefined),
  check: ({ turn }, field, value) =>
    field !== "fullName" || personName.safeParse(value).success ? null : turn.t("start.ask_name.wrong"),
  expected: ({ turn }) => turn.t("start.ask_name.wrong"),
  async finish({ turn, ...filled }) {
    const { fullName } = filled.answers;
    if (filled.form === "rename") return { message: await rename(turn, fullName) };
    return { message: await register(turn, fullName, filled.answers.phone) };
  },
  resumed: ({ t }) => t("start.ask_name.title"),
  holds: () => false,
});
