import { suspendable } from "../../../engine/suspended.ts";
import { readAdmin } from "./dialogue.ts";

/** Nothing is lost of a question that waits for its only answer. */
export const suspendedAdmin = suspendable({
  feature: "admin",
  read: readAdmin,
  holds: () => false,
  words: ({ t }, { person }) =>
    person === null ? t("command.admin") : t("admin.person", { name: person.fullName }),
  otherwise: ({ t }) => t("command.admin"),
});
