import { changeUserRole, DomainError, getUser, loadActor } from "@stsphera/core";
import type { Role } from "@stsphera/rbac";
import { setCommandList } from "../../../engine/command-list.ts";
import { wordsOfError } from "../../../engine/refusal-words.ts";
import type { Turn } from "../../../engine/turn.ts";
import { personMessage } from "./messages.ts";

/** Texts of refusals that the person's card cannot rule out in advance. */
export function accessRefusal(turn: Turn, error: DomainError): string | null {
  const moved = ["version_conflict", "invalid_transition", "conflict", "validation_failed"];
  const words = wordsOfError(turn, error);
  if (moved.includes(error.code)) return words ?? turn.t("error.conflict.title");
  return error.code === "forbidden" ? words : null;
}

/** Changes the company role and updates the command list at once. */
export async function giveRole(turn: Turn, userId: number, version: number, role: Role): Promise<void> {
  try {
    await changeUserRole.run(turn.context(), { userId, version, role });
    turn.toast(turn.t("admin.role_given"));
    const actor = await loadActor(turn.services.db, { userId }, turn.now);
    if (actor !== null) setCommandList(turn, actor);
  } catch (error) {
    const words = error instanceof DomainError ? accessRefusal(turn, error) : null;
    if (words === null) throw error;
    turn.tell(words);
  }
  turn.show(personMessage(turn, await getUser.run(turn.context(), { userId })));
}
