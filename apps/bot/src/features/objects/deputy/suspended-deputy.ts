import { suspendable } from "../../../engine/suspended.ts";
import { readDeputy } from "./dialogue.ts";

/** Naming a deputy waits once somebody is chosen. */
export const suspendedDeputy = suspendable({
  feature: "deputy",
  read: readDeputy,
  holds: (d) => d.deputy !== null,
  words: ({ t }, d) => t("deputy.resumed", { person: d.principal.fullName }),
  otherwise: ({ t }) => t("deputy.name"),
});
