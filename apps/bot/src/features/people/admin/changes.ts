import { changeUserRole, changeUserStatus, DomainError, getUser, loadActor } from "@stsphera/core";
import type { Role } from "@stsphera/rbac";
import type { BotKey } from "../../../locales/i18n.ts";
import { setCommandList } from "../../../engine/command-list.ts";
import { endSteps } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { AdminDialogue } from "./dialogue.ts";
import { personMessage } from "./messages.ts";

/** Words of the refusals that the person's card itself may not foresee. */
function wordsOf({ code, details }: DomainError): BotKey | null {
  if (details.sentence === "last_admin") return "admin.last_admin";
  if (details.sentence === "own_account") return "admin.own_account";
  const moved = ["version_conflict", "invalid_transition", "conflict", "validation_failed"];
  return moved.includes(code) ? "error.conflict.title" : null;
}

/** Runs a change; a refusal is told and null is given. */
async function tried<T>(turn: Turn, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const words = error instanceof DomainError ? wordsOf(error) : null;
    if (words === null) throw error;
    turn.tell(turn.t(words));
    return null;
  }
}

/** Gives another company role; the list of commands follows it at once. */
export async function giveRole(turn: Turn, userId: number, version: number, role: Role): Promise<void> {
  const changed = await tried(turn, () => changeUserRole.run(turn.context(), { userId, version, role }));
  if (changed !== null) {
    turn.toast(turn.t("admin.role_given"));
    const actor = await loadActor(turn.services.db, { userId }, turn.now);
    if (actor !== null) setCommandList(turn, actor);
  }
  turn.show(personMessage(turn, await getUser.run(turn.context(), { userId })));
}

/** Takes access away or gives it back, with a reason. */
export async function changeAccess(turn: Turn, d: AdminDialogue, reason: string): Promise<void> {
  const { person } = d;
  if (person === null) throw new Error("a change of nobody's access");
  const { id: userId, version } = person;
  const to = d.step === "deactivate" ? "deactivated" : "active";
  const changed = await tried(turn, () =>
    changeUserStatus.run(turn.context(`tg:admin:${d.id}`), { userId, version, to, reason }),
  );
  const fresh = await getUser.run(turn.context(), { userId });
  endSteps(turn, d, personMessage(turn, fresh), changed !== null);
}
