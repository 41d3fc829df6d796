import { forbidden } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import type { Turn } from "../../../engine/turn.ts";
import { newTeamDialogue } from "./dialogue.ts";
import { showTeamStep } from "./show.ts";

type NamedObject = { id: number; name: string };

/** «Добавить»: who, in which role. */
export function beginAdding(turn: Turn, object: NamedObject): Promise<void> {
  if (!can(turn.person(), "object.team", { objectId: object.id })) throw forbidden("object.team");
  return showTeamStep(turn, newTeamDialogue(turn, "who", object));
}

/** «Пригласить по ссылке»: for which role, for how many. */
export function beginInviting(turn: Turn, object: NamedObject): Promise<void> {
  if (!can(turn.person(), "object.invite", { objectId: object.id })) throw forbidden("object.invite");
  return showTeamStep(turn, newTeamDialogue(turn, "invite", object));
}
