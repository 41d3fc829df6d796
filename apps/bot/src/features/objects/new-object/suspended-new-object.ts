import { suspendable } from "../../../engine/suspended.ts";
import { readNewObject } from "./dialogue.ts";

/** An object that is being opened waits from its name on. */
export const suspendedNewObject = suspendable({
  feature: "new_object",
  command: "newobject",
  read: readNewObject,
  holds: (d) => d.name !== null,
  words: ({ t }, { name }) => (name === null ? t("command.newobject") : t("new_object.resumed", { name })),
  otherwise: ({ t }) => t("command.newobject"),
});
