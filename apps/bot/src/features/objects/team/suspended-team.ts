import { suspendable } from "../../../engine/suspended.ts";
import { readTeam } from "./dialogue.ts";

/** Bringing somebody to an object waits once a person or a role is chosen. */
export const suspendedTeam = suspendable({
  feature: "team",
  read: readTeam,
  holds: (d) => d.person !== null || d.role !== null,
  words: ({ t }, { person, objectName: object }) =>
    person === null
      ? t("team.resumed_link", { object })
      : t("team.resumed", { object, person: person.fullName }),
  otherwise: ({ t }) => t("team.invite"),
});
