import { forbidden, listUsers } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import { arrange, type Choosable } from "../../../engine/people-chooser.ts";
import { resumeMessage, showStep } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { beginNewObject, currentNewObject, type NewObject } from "./dialogue.ts";
import { confirmMessage, facadesMessage, managerMessage, wordsMessage } from "./messages.ts";

const MOST = 200;

/** Managers of projects, who may lead the object. */
export async function managers(turn: Turn, search: string | null): Promise<Choosable[]> {
  const { items } = await listUsers.run(turn.context(), {
    role: "project_manager",
    status: "active",
    limit: MOST,
    ...(search === null ? {} : { search }),
  });
  const people = items.map(({ id, fullName }) => ({ id, fullName, roles: ["project_manager" as const] }));
  return arrange(people, null);
}

/** Shows the question the dialogue has come to. */
export async function showNewObject(turn: Turn, d: NewObject): Promise<void> {
  switch (d.step) {
    case "facades":
      return showStep(turn, d, facadesMessage(turn, d));
    case "manager":
      return showStep(turn, d, managerMessage(turn, d, await managers(turn, d.search)));
    case "confirm":
      return showStep(turn, d, confirmMessage(turn, d));
    default:
      return showStep(turn, d, wordsMessage(turn, d));
  }
}

/** /newobject: goes on with what was begun, or asks for the name. */
export async function openNewObject(turn: Turn): Promise<void> {
  const current = currentNewObject(turn);
  if (current !== null && current.name !== null) {
    const what = turn.t("new_object.resumed", { name: current.name });
    return showStep(turn, current, resumeMessage(turn, current, what));
  }
  if (!can(turn.person(), "object.create")) throw forbidden("object.create");
  return showNewObject(turn, beginNewObject(turn));
}
