import { suspendable } from "../../../engine/suspended.ts";
import { readNewTask } from "./dialogue.ts";

/** A task that is being set waits from its title on. */
export const suspendedNewTask = suspendable({
  feature: "new_task",
  command: "newtask",
  read: readNewTask,
  holds: (d) => d.title !== null,
  words: ({ t }, { title }) => (title === null ? t("command.newtask") : t("new_task.resumed", { title })),
  otherwise: ({ t }) => t("command.newtask"),
});
