import { getObjectTeam, listAvailableUsers } from "@stsphera/core";
import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import { arrange, type Choosable } from "../../../engine/people-chooser.ts";
import { showStep } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { TeamDialogue } from "./dialogue.ts";
import { confirmMessage, roleMessage, usesMessage, whoMessage } from "./messages.ts";

const MOST = 200;

/** People of the company who may be added, by their role in it. */
export async function availablePeople(
  turn: Turn,
  d: { objectId: number; search: string | null },
  viewers: "true" | "false" = "true",
): Promise<Choosable[]> {
  const { items } = await listAvailableUsers.run(turn.context(), {
    objectId: d.objectId,
    viewers,
    limit: MOST,
    ...(d.search === null ? {} : { search: d.search }),
  });
  return arrange(
    items.map(({ id, fullName, role }) => ({ id, fullName, roles: [role] })),
    null,
  );
}

/** Roles that the person of the dialogue may still be given on the object. */
export async function freeRoles(turn: Turn, d: TeamDialogue): Promise<Role[]> {
  const { members } = await getObjectTeam.run(turn.context(), { objectId: d.objectId });
  const held = members.find(({ userId }) => userId === d.person?.id)?.roles ?? [];
  return MEMBER_ROLES.filter((role) => !held.includes(role));
}

/** Shows the question the dialogue has come to. */
export async function showTeamStep(turn: Turn, d: TeamDialogue): Promise<void> {
  switch (d.step) {
    case "who":
      return showStep(turn, d, whoMessage(turn, d, await availablePeople(turn, d)));
    case "role":
      return showStep(turn, d, roleMessage(turn, d, await freeRoles(turn, d)));
    case "invite":
      return showStep(turn, d, roleMessage(turn, d, MEMBER_ROLES));
    case "uses":
      return showStep(turn, d, usesMessage(turn, d));
    case "confirm":
      return showStep(turn, d, confirmMessage(turn, d));
  }
}
