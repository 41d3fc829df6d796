import { can, reachOf, type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { type Button, html, type RenderedMessage, translator } from "@stsphera/telegram";
import { z } from "zod";
import type { BotTranslator } from "../locales/i18n.ts";
import { press } from "./buttons.ts";

/** How an admin looks at the system: in a role, on the object where he holds it meanwhile. */
export const viewAs = z.object({
  role: z.enum(ROLE_CODES),
  object: z.object({ id: z.number(), name: z.string() }).nullable(),
});
export type ViewAs = z.infer<typeof viewAs>;

/** Callback data of the way back. */
export const LEAVE_VIEW = "va:x";

/** The person as he would be in another role; null for who may not look. A look changes nothing. */
export function viewedAs(actor: UserActor, view: ViewAs): UserActor | null {
  if (!can(actor, "view_as")) return null;
  const { deputyFor: _deputyFor, ...person } = actor;
  const held: Record<number, readonly Role[]> =
    view.object === null || reachOf(view.role) === "company" ? {} : { [view.object.id]: [view.role] };
  return { ...person, role: view.role, objectRoles: held };
}

export const leaveButton = (t: BotTranslator): Button => press(t("view_as.leave"), LEAVE_VIEW);

/** A message with the mark of the look above it and the way back under it. */
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
