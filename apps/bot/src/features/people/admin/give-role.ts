import { changeUserRole, DomainError, getUser, loadActor } from "@stsphera/core";
import type { Role } from "@stsphera/rbac";
import type { BotKey } from "../../../locales/i18n.ts";
import { setCommandList } from "../../../engine/command-list.ts";
import type { Turn } from "../../../engine/turn.ts";
import { personMessage } from "./messages.ts";

/** Words of the refusals that the person's card itself may not foresee. */
export function accessRefusal({ code, details }: DomainError): BotKey | null {
  if (details.sentence === "last_admin") return "admin.last_admin";
  if (details.sentence === "own_account") return "admin.own_account";
  const moved = ["version_conflict", "invalid_transition", "conflict", "validation_failed"];
  return moved.includes(code) ? "error.conflict.title" : null;
}

/** Gives another company role; the list of commands follows it at once. */
export async function giveRole(turn: Turn, userId: number, version: number, role: Role): Promise<void> {
  try {
    await changeUserRole.run(turn.context(), { userId, version, role });
    turn.toast(turn.t("admin.role_given"));
    const actor = await loadActor(turn.services.db, { userId }, turn.now);
    if (actor !== null) setCommandList(turn, actor);
  } catch (error) {
    const words = error instanceof DomainError ? accessRefusal(error) : null;
    if (words === null) throw error;
    turn.tell(turn.t(words));
  }
  turn.show(personMessage(turn, await getUser.run(turn.context(), { userId })));
}
