import { can, lookingAs, reachOf, type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { type Button, html, type RenderedMessage, translator } from "@stsphera/telegram";
import { z } from "zod";
import type { BotTranslator } from "../locales/i18n.ts";
import { press } from "./buttons.ts";

/** The role an admin is viewing as, and the object on which it is assumed. */
export const viewAs = z.object({
  role: z.enum(ROLE_CODES),
  object: z.object({ id: z.number(), name: z.string() }).nullable(),
});
export type ViewAs = z.infer<typeof viewAs>;

/** Callback data of the button that ends the view. */
export const LEAVE_VIEW = "va:x";

/** The actor in another role; null for users who may not do so. It is read-only. */
export function viewedAs(actor: UserActor, view: ViewAs): UserActor | null {
  if (!can(actor, "view_as")) return null;
  const held: Record<number, readonly Role[]> =
    view.object === null || reachOf(view.role) === "company" ? {} : { [view.object.id]: [view.role] };
  return lookingAs(actor, view.role, held);
}

export const leaveButton = (t: BotTranslator): Button => press(t("view_as.leave"), LEAVE_VIEW);

/** A message with a note that the admin is viewing as another role, and a button to end it. */
export function marked(
  message: RenderedMessage,
  view: ViewAs,
  { t, locale }: { t: BotTranslator; locale: "ru" | "en" },
): RenderedMessage {
  const role = translator(locale)(`role.${view.role}`);
  const what = view.object === null ? role : `${role}, ${view.object.name}`;
  const buttons = message.buttons.flat();
  const leaves = buttons.some((button) => button.kind === "callback" && button.data === LEAVE_VIEW);
  return {
    text: `${html`<i>${t("view_as.mark", { what })}</i>`.html}\n${message.text}`,
    buttons: leaves ? message.buttons : [...message.buttons, [leaveButton(t)]],
  };
}
